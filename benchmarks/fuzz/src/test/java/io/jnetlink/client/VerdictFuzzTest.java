package io.jnetlink.client;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.jnetlink.fuzz.Trial;
import io.jnetlink.route.link.LinkAttrs;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.route.link.RtLink;
import io.jnetlink.wire.MessageReader;
import io.jnetlink.wire.NetlinkBuffer;

/** What the kernel says at the end of an exchange, and what becomes of it: a sentence about the request. */
class VerdictFuzzTest {

    private static final Request<LinkMessage, ?> REQUEST = Request.of(
            RtLink.NEWLINK,
            LinkMessage.builder()
                    .attributes(LinkAttrs.builder()
                            .ifname("vxlan0")
                            .mtu(1400)
                            .linkinfo(info -> info.kind("vxlan")
                                    .dataVxlan(vxlan -> vxlan.id(42).port(4789)))
                            .build())
                    .build());

    private final MessageCodec codec = new MessageCodec(MessageFraming.RAW);

    @FuzzTest
    void verdictsAreReadOrMalformed(byte[] input) {
        Trial.run(input, () -> {
            MessageReader reader = new MessageReader().wrap(NetlinkBuffer.wrap(input), 0, input.length);
            while (reader.next()) {
                explain(KernelVerdict.of(reader));
            }
        });
    }

    /** As it comes to the client: whatever it is, a conversation takes it or passes it over. */
    @FuzzTest
    void conversationsEndOrGoOn(byte[] input) {
        Trial.run(input, () -> {
            MessageReader reader = new MessageReader().wrap(NetlinkBuffer.wrap(input), 0, input.length);
            while (reader.next()) {
                Conversation conversation = new Conversation();
                conversation.begin(reader.sequence(), reply -> codec.decode(RtLink.GETLINK, reply) != null);
                conversation.take(reader);
                RuntimeException failure = conversation.failure();
                if (failure != null) {
                    throw failure;
                }
            }
        });
    }

    private void explain(KernelVerdict verdict) {
        ExtendedAck ack = verdict.extendedAck();
        assertThat(ack.offset().orElse(0)).isNotNegative();
        assertThat(ack.cookie()).isNotNull();
        if (verdict.errno() != 0) {
            KernelRejectedException refusal = codec.refusal(REQUEST, verdict);
            assertThat(refusal).message().startsWith("newlink: ");
            assertThat(refusal.extendedAck()).isEqualTo(ack);
        }
    }
}
