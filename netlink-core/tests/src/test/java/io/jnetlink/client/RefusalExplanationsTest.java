package io.jnetlink.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.links.LinkFamily;
import io.jnetlink.sys.Errno;
import io.jnetlink.wire.MessageFlags;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Who is asked what a refusal means, and in which order. */
class RefusalExplanationsTest {

    private static final RefusalExplainer NONE = refused -> Optional.empty();
    private static final RefusalExplainer BROKEN = refused -> {
        throw new IllegalStateException("a fault of the explainer");
    };

    private static RefusedRequest refused(int errno) {
        return RefusedRequest.of(LinkFamily.get("a1"), new KernelVerdict(errno, ExtendedAck.empty(), false, null));
    }

    private static Optional<String> explain(int errno, RefusalExplainer... families) {
        return new RefusalExplanations(List.of(families)).explain(refused(errno));
    }

    @Test
    void theCoreSpeaksOnlyIfNoFamilyDoes() {
        assertThat(explain(Errno.EPERM, r -> Optional.of("the link is locked"))).contains("the link is locked");
        assertThat(explain(Errno.EPERM, NONE))
                .hasValueSatisfying(text -> assertThat(text).contains("CAP_NET_ADMIN"));
        assertThat(explain(Errno.EEXIST, NONE)).isEmpty();
    }

    @Test
    void whatSeveralKnowIsToldTogetherAndOnce() {
        RefusalExplainer name = r -> Optional.of("the name is taken");

        assertThat(explain(Errno.EEXIST, name, r -> Optional.of("the VNI is"), name))
                .contains("the name is taken; or the VNI is");
    }

    @Test
    void aFaultInAnExplainerHidesNothing() {
        assertThat(explain(Errno.EEXIST, BROKEN, r -> Optional.of("the name is taken")))
                .contains("the name is taken");
        assertThat(explain(Errno.ENODEV, BROKEN)).isEmpty();
    }

    @Test
    void anUnknownGenericFamilyIsToldApartFromOtherThingsThatAreNotThere() {
        assertThat(explain(Errno.ENOENT)).isEmpty();
    }

    @Test
    void aChangeWithTheBitsOfADumpIsNone() {
        int bits = MessageFlags.REPLACE | MessageFlags.EXCL;
        KernelVerdict verdict = new KernelVerdict(Errno.EBUSY, ExtendedAck.empty(), true, null);

        assertThat(bits).isEqualTo(MessageFlags.DUMP);
        assertThat(RefusedRequest.of(LinkFamily.get("a1").withFlags(bits), verdict)
                        .dump())
                .isFalse();
        assertThat(RefusedRequest.of(LinkFamily.list(), verdict).dump()).isTrue();
        assertThat(RefusedRequest.of(LinkFamily.list(), verdict).creates()).isFalse();
    }
}
