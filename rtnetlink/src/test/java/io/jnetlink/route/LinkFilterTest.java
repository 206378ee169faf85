package io.jnetlink.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.route.link.LinkAttrs;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.wire.InvalidFieldException;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

class LinkFilterTest {

    private static final LinkMessage PORT = link(a -> a.master(7).linkinfo(i -> i.kind("vxlan")));
    private static final LinkMessage BARE = link(a -> a.ifname("lo"));

    private static LinkMessage link(Consumer<LinkAttrs.Builder> attributes) {
        return LinkMessage.builder().attributes(attributes).build();
    }

    @Test
    void asksForNothingButTheFilter() {
        assertThat(LinkFilter.all().question()).isEqualTo(LinkMessage.builder().build());
        assertThat(LinkFilter.all().master(7).question()).isEqualTo(link(a -> a.master(7)));
        assertThat(LinkFilter.all().kind("vxlan").question()).isEqualTo(link(a -> a.linkinfo(i -> i.kind("vxlan"))));
        assertThat(LinkFilter.all().kind("vxlan").master(7).question()).isEqualTo(PORT);
    }

    @Test
    void picksWhatAKernelThatDoesNotFilterSends() {
        assertThat(LinkFilter.all().matches(BARE)).isTrue();
        assertThat(LinkFilter.all().kind("vxlan").matches(BARE)).isFalse();
        assertThat(LinkFilter.all().master(7).matches(BARE)).isFalse();
        assertThat(LinkFilter.all().kind("vxlan").master(7).matches(PORT)).isTrue();
        assertThat(LinkFilter.all().kind("bridge").master(7).matches(PORT)).isFalse();
        assertThat(LinkFilter.all().kind("vxlan").master(8).matches(PORT)).isFalse();
    }

    @Test
    void refusesWhatWouldFilterNothing() {
        assertThatThrownBy(() -> LinkFilter.all().master(0)).isInstanceOf(InvalidFieldException.class);
        assertThatThrownBy(() -> LinkFilter.all().kind("")).isInstanceOf(InvalidFieldException.class);
    }

    @Test
    void tellsWhatItIs() {
        assertThat(LinkFilter.all()).hasToString("links");
        assertThat(LinkFilter.all().kind("vxlan").master(7)).hasToString("ports of link 7 of kind vxlan");
    }
}
