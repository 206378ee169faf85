package io.jnetlink.genl;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.jnetlink.fuzz.Trial;
import io.jnetlink.observe.MessageDescriber;
import io.jnetlink.observe.MessageDirection;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.MessageReader;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;

/** What the controller of generic netlink says of a family. */
class ControllerFuzzTest {

    @FuzzTest
    void familiesAreReadOrMalformed(byte[] input) {
        Trial.run(input, () -> {
            Controller.Reply reply = Controller.GETFAMILY.decoder().decode(NetlinkBuffer.wrap(input), 0, input.length);
            GenericFamily family = reply.family();
            assertThat(family.name()).isNotNull();
            assertThat(family.groups().values()).doesNotContainNull();
            MessageWriter again = MessageWriter.onHeap();
            reply.writeTo(again);
            assertThat(again.length()).isGreaterThanOrEqualTo(reply.length());
        });
    }

    /** Describers pick up numbers of families as they come by, from whoever sends them. */
    @FuzzTest
    void describersLearnOrDoNot(byte[] input) {
        Trial.run(input, () -> {
            MessageDescriber describer = MessageDescriber.of(Controller.FAMILY);
            MessageWriter out = MessageWriter.onHeap();
            int message = out.beginMessage(Controller.ID, 0, 1, 0);
            NetlinkBuffer body = NetlinkBuffer.wrap(input);
            out.append(body, 0, input.length);
            out.endMessage(message);
            MessageReader reader = new MessageReader().wrap(out.buffer(), 0, out.length());
            while (reader.next()) {
                assertThat(describer
                                .describe(MessageDirection.FROM_KERNEL, out.buffer(), reader.offset(), reader.length())
                                .length())
                        .isEqualTo(MessageHeader.SIZE + input.length);
            }
        });
    }
}
