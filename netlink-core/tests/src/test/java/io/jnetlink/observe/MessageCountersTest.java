package io.jnetlink.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.client.MessageObserver;
import io.jnetlink.sys.Errno;
import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.Map;
import org.junit.jupiter.api.Test;

class MessageCountersTest {

    private final MessageCounters counters = new MessageCounters();

    private void received(byte[] message) {
        counters.received(NetlinkBuffer.wrap(message), 0, message.length);
    }

    @Test
    void countsMessagesBytesAndVerdicts() {
        byte[] request = Messages.link(Messages.NEWLINK, MessageFlags.REQUEST);
        counters.sent(NetlinkBuffer.wrap(request), 0, request.length);
        counters.sent(NetlinkBuffer.wrap(request), 0, request.length);
        received(Messages.error(0, MessageFlags.CAPPED, request, 16, out -> {}));
        received(Messages.error(Errno.EEXIST, MessageFlags.CAPPED, request, 16, out -> {}));
        received(Messages.error(Errno.EEXIST, MessageFlags.CAPPED, request, 16, out -> {}));
        received(Messages.link(Messages.NEWLINK, MessageFlags.MULTI));
        received(Messages.message(MessageHeader.DONE, 0, 0, out -> {}));
        received(Messages.message(MessageHeader.DONE, 0, 0, out -> out.appendZeros(4)));
        received(Messages.message(
                MessageHeader.DONE, 0, 0, out -> out.buffer().putU32(out.appendZeros(4), -Errno.EINTR)));

        assertThat(counters.counts())
                .isEqualTo(new MessageCounters.Counts(
                        2,
                        80,
                        7,
                        3 * 36 + 40 + 16 + 20 + 20,
                        1,
                        2,
                        Map.of(Errno.of(Errno.EEXIST), 2L, Errno.of(Errno.EINTR), 1L)));
    }

    @Test
    void severalObserversSeeTheSame() {
        MessageCounters other = new MessageCounters();
        MessageObserver both = counters.andThen(MessageObserver.NONE).andThen(other);
        byte[] message = Messages.link(Messages.NEWLINK, MessageFlags.REQUEST);
        both.sent(NetlinkBuffer.wrap(message), 0, message.length);
        both.received(NetlinkBuffer.wrap(message), 0, message.length);

        assertThat(counters.counts())
                .isEqualTo(new MessageCounters.Counts(1, 40, 1, 40, 0, 0, Map.of()))
                .isEqualTo(other.counts());
    }
}
