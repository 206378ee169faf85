package io.jnetlink.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class SocketOptionsTest {

    @Test
    void defaultsAreThoseNamed() {
        SocketOptions options = SocketOptions.generic();

        assertThat(options.protocol()).isEqualTo(16);
        assertThat(options.features()).isEqualTo(SocketOptions.DEFAULT_FEATURES);
        assertThat(options.receiveBufferBytes()).isEqualTo(SocketOptions.KERNEL_DEFAULT);
        assertThat(options.sendBufferBytes()).isEqualTo(SocketOptions.KERNEL_DEFAULT);
        assertThat(options.datagramCapacity()).isEqualTo(SocketOptions.DEFAULT_DATAGRAM_CAPACITY);
    }

    @Test
    void toBuilderKeepsEverythingAndChangesNothingBehind() {
        SocketOptions options = SocketOptions.builder(SocketOptions.ROUTE)
                .without(SocketFeature.CAPPED_ACK)
                .with(SocketFeature.PACKET_INFO)
                .receiveBufferBytes(1)
                .sendBufferBytes(2)
                .datagramCapacity(65_536)
                .build();

        assertThat(options.toBuilder().build()).hasToString(options.toString());
        assertThat(options.toBuilder().with(SocketFeature.CAPPED_ACK).build().features())
                .contains(SocketFeature.CAPPED_ACK);
        assertThat(options.features()).doesNotContain(SocketFeature.CAPPED_ACK);
        assertThat(options)
                .hasToString("protocol 0 [EXTENDED_ACK, STRICT_CHECK, PACKET_INFO], receive buffer 1 bytes, "
                        + "send buffer 2 bytes, datagrams up to 65536 bytes");
    }

    @Test
    void allFeaturesCanBeLeftOff() {
        SocketOptions.Builder builder = SocketOptions.builder(SocketOptions.ROUTE);
        SocketOptions.DEFAULT_FEATURES.forEach(builder::without);

        assertThat(builder.build().features()).isEmpty();
        assertThat(builder.build().toBuilder().build().features()).isEmpty();
    }

    @Test
    void sizesThatCannotWorkAreRefused() {
        SocketOptions.Builder builder = SocketOptions.builder(SocketOptions.ROUTE);

        assertThatIllegalArgumentException().isThrownBy(() -> builder.receiveBufferBytes(-1));
        assertThatIllegalArgumentException().isThrownBy(() -> builder.sendBufferBytes(-1));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.datagramCapacity(SocketOptions.MIN_DATAGRAM_CAPACITY - 1))
                .withMessage("a size of 32767 bytes, where 32768 is the least");
        assertThatIllegalArgumentException().isThrownBy(() -> SocketOptions.builder(-1));
    }

    @Test
    void featuresCannotBeChangedFromOutside() {
        assertThatThrownBy(() -> SocketOptions.route().features().clear())
                .isInstanceOf(UnsupportedOperationException.class);
        assertThatThrownBy(() -> SocketOptions.DEFAULT_FEATURES.clear())
                .isInstanceOf(UnsupportedOperationException.class);
    }
}
