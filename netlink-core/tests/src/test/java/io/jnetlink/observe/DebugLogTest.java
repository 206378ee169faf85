package io.jnetlink.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.links.Link;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.testkit.FakeKernel;
import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.MessageHeader;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.slf4j.event.Level;

class DebugLogTest {

    private final ListLogger logger = new ListLogger();

    private static void create(DebugLog log) {
        NetlinkConfig config = NetlinkConfig.builder(SocketOptions.route())
                .syscalls(FakeKernel.answering(request -> List.of(Messages.ackTo(request)))
                        .withVirtualTime())
                .observer(log)
                .build();
        try (NetlinkClient client = NetlinkClient.open(config)) {
            client.acknowledge(
                    LinkFamily.create(Link.builder().index(2).name("a1").build()));
        }
    }

    @Test
    void writesOneBlockForEachMessage() {
        create(DebugLog.to(logger, LinkFamily.FAMILY));

        assertThat(logger.lines()).containsExactly("""
                        DEBUG sent newlink request|ack|excl|create seq 1 port 0, 40 bytes
                          ifinfomsg
                            family 0
                            type 0
                            index 2
                            flags <>
                            change 0x0
                          ifname "a1\"""", """
                        DEBUG received ack capped seq 1 port 4242, 36 bytes
                          of newlink seq 1, 40 bytes""");
    }

    @Test
    void whatTheKernelRemarksOnSuccessIsShown() {
        NetlinkConfig config = NetlinkConfig.builder(SocketOptions.route())
                .syscalls(FakeKernel.answering(request -> List.of(warned())))
                .observer(DebugLog.to(logger, LinkFamily.FAMILY))
                .build();
        try (NetlinkClient client = NetlinkClient.open(config)) {
            assertThat(client.acknowledge(LinkFamily.get("a1")).message()).contains("flag is deprecated");
        }

        assertThat(logger.lines())
                .last()
                .asString()
                .startsWith("DEBUG received ack ")
                .contains("message \"flag is deprecated\"");
    }

    /** Success of the first request, and a sentence on it. */
    private static byte[] warned() {
        int flags = MessageFlags.CAPPED | MessageFlags.ACK_TLVS;
        return Messages.message(MessageHeader.ERROR, flags, 1, 4242, out -> {
            out.appendZeros(Integer.BYTES);
            MessageHeader.put(out.buffer(), out.appendZeros(MessageHeader.SIZE), 40, Messages.GETLINK, 5, 1, 4242);
            out.putText(1, "flag is deprecated", true);
        });
    }

    @Test
    void aLoggerThatIsOffIsAskedOncePerMessage() {
        logger.setLevel(Level.INFO);
        create(DebugLog.to(logger, LinkFamily.FAMILY));

        assertThat(logger.lines()).isEmpty();
        assertThat(logger.questions()).isEqualTo(2);
    }

    @Test
    void theLevelMayChangeWhileTheClientIsOpen() {
        DebugLog log = DebugLog.to(logger, LinkFamily.FAMILY);
        logger.setLevel(Level.INFO);
        create(log);
        logger.setLevel(Level.DEBUG);
        create(log);

        assertThat(logger.lines()).hasSize(2);
    }

    @Test
    void withoutALoggerItWritesToItsOwn() {
        create(DebugLog.of(LinkFamily.FAMILY));

        assertThat(DebugLog.LOGGER_NAME).isEqualTo("io.jnetlink.messages");
        assertThat(logger.lines()).isEmpty();
    }
}
