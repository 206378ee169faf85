package io.jnetlink.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.links.Link;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.testkit.FakeKernel;
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
