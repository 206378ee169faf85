package io.jnetlink.route;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jnetlink.client.KernelRejectedException;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.route.link.LinkinfoAttrs;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.testkit.InNetworkNamespace;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/** Refusals of the running kernel that come without a text. */
@InNetworkNamespace
class LinkRefusalsKernelTest {

    private static final LinkinfoAttrs BRIDGE =
            LinkinfoAttrs.builder().kind("bridge").build();

    private static RtNetlink open(NetworkNamespace namespace) {
        return RtNetlink.open(
                NetlinkConfig.route().toBuilder().namespace(namespace).build());
    }

    private static void explained(ThrowingCallable request, String errno, String words) {
        KernelRejectedException refusal = catchThrowableOfType(KernelRejectedException.class, request);
        assertThat(refusal.errno().name()).isEqualTo(errno);
        // A kernel that has learnt to say it needs no help.
        if (refusal.kernelMessage().isEmpty()) {
            assertThat(refusal.explanation())
                    .hasValueSatisfying(text -> assertThat(text).contains(words));
            assertThat(refusal).hasMessageContaining("; likely: ").hasMessageContaining(words);
        }
    }

    @Test
    void aNameThatIsTaken(NetworkNamespace namespace) {
        try (RtNetlink route = open(namespace)) {
            Links links = route.links();
            links.add(LinkSettings.builder("b0").build(), BRIDGE);

            explained(() -> links.add(LinkSettings.builder("b0").build(), BRIDGE), "EEXIST", "has this name already");
        }
    }

    @Test
    void aLinkThatIsNotThere(NetworkNamespace namespace) {
        try (RtNetlink route = open(namespace)) {
            explained(() -> route.links().get("none"), "ENODEV", "no link of this name");
            explained(() -> route.links().delete(4711), "ENODEV", "no link of this name or index");
        }
    }

    @Test
    void aLinkThatNobodyMade(NetworkNamespace namespace) {
        try (RtNetlink route = open(namespace)) {
            explained(() -> route.links().delete("lo"), "EOPNOTSUPP", "only links that a request has made");
        }
    }

    @Test
    void aNamespaceThatIsNotThere(NetworkNamespace namespace) {
        try (RtNetlink route = open(namespace)) {
            int index = route.links()
                    .add(LinkSettings.builder("b0").build(), BRIDGE)
                    .header()
                    .ifiIndex();

            explained(
                    () -> route.links()
                            .change(LinkMessage.builder()
                                    .header(h -> h.ifiIndex(index))
                                    .attributes(a -> a.netNsPid(Integer.MAX_VALUE))
                                    .build()),
                    "ESRCH",
                    "there is no process " + Integer.MAX_VALUE);
        }
    }
}
