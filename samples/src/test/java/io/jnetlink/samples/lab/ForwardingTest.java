package io.jnetlink.samples.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.ovs.rule.Actions;
import io.jnetlink.ovs.text.FlowText;
import io.jnetlink.wire.IpAddress;
import java.util.List;
import org.junit.jupiter.api.Test;

class ForwardingTest {

    private static final IpAddress HERE = IpAddress.parse("192.0.2.1");
    private static final IpAddress FAR = IpAddress.parse("192.0.2.2");
    private static final IpAddress FARTHER = IpAddress.parse("192.0.2.3");
    private static final Overlay OVERLAY = new Overlay(9, 0x17, HERE, List.of(FAR, FARTHER));
    private static final List<Long> PORTS = List.of(0L, 1L, 2L);
    private static final String INTO_FAR =
            "set(tunnel(tun_id=0x17,src=192.0.2.1,dst=192.0.2.2,ttl=64,flags(df|key))),9";
    private static final String INTO_FARTHER =
            "set(tunnel(tun_id=0x17,src=192.0.2.1,dst=192.0.2.3,ttl=64,flags(df|key))),9";

    private final Forwarding forwarding = new Forwarding(OVERLAY);

    private static String text(Actions actions) {
        return FlowText.brief().actions(actions.attributes());
    }

    @Test
    void aFloodGoesEverywhereButBack() {
        assertThat(text(forwarding.flood(Way.local(1), PORTS))).isEqualTo("0,2," + INTO_FAR + "," + INTO_FARTHER);
    }

    @Test
    void aFloodFromATunnelGoesIntoNone() {
        assertThat(text(forwarding.flood(Way.tunnel(9, FAR), PORTS))).isEqualTo("0,1,2");
    }

    @Test
    void withoutTunnelsPortsAreAllThereIs() {
        assertThat(text(new Forwarding(null).flood(Way.local(0), PORTS))).isEqualTo("1,2");
        assertThatThrownBy(() -> new Forwarding(null).to(Way.local(0), Way.tunnel(9, FAR)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("192.0.2.2");
    }

    @Test
    void aKnownStationGetsItAlone() {
        assertThat(text(forwarding.to(Way.local(1), Way.local(2)))).isEqualTo("2");
        assertThat(text(forwarding.to(Way.local(1), Way.tunnel(9, FARTHER)))).isEqualTo(INTO_FARTHER);
        assertThat(text(forwarding.to(Way.tunnel(9, FAR), Way.local(2)))).isEqualTo("2");
    }

    @Test
    void nothingGoesBackOrFromTunnelToTunnel() {
        assertThat(text(forwarding.to(Way.local(1), Way.local(1)))).isEqualTo("drop");
        assertThat(text(forwarding.to(Way.tunnel(9, FAR), Way.tunnel(9, FARTHER))))
                .isEqualTo("drop");
    }

    @Test
    void aVniHas24Bits() {
        assertThatThrownBy(() -> new Overlay(9, 1 << 24, HERE, List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a VNI is 0 to 16777215, not 16777216");
    }
}
