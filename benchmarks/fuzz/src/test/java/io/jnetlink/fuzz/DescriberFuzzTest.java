package io.jnetlink.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.jnetlink.message.AttributePath;
import io.jnetlink.message.MessageDissector;
import io.jnetlink.observe.MessageDescriber;
import io.jnetlink.observe.MessageDescription;
import io.jnetlink.observe.MessageDirection;
import io.jnetlink.route.link.RtLinkSchema;
import io.jnetlink.schema.MessageSchema;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.MessageReader;
import io.jnetlink.wire.NetlinkBuffer;
import java.nio.ByteOrder;
import java.util.Optional;

/** Texts for people, which are made of whatever comes and never fail. */
class DescriberFuzzTest {

    private static final MessageSchema LINK = RtLinkSchema.FAMILY.message("ifinfomsg", "link-attrs");

    private final MessageDescriber describer = MessageDescriber.of(RtLinkSchema.FAMILY);

    @FuzzTest
    void everyMessageHasADescription(byte[] input) {
        Trial.run(input, () -> {
            describeAll(NetlinkBuffer.wrap(input), input.length, MessageDirection.FROM_KERNEL);
            describeAll(foreign(input), input.length, MessageDirection.TO_KERNEL);
        });
    }

    @FuzzTest
    void everyBodyIsTakenApart(byte[] input) {
        Trial.run(input, () -> {
            assertThat(MessageDissector.body(LINK, NetlinkBuffer.wrap(input), 0, input.length)
                            .toTree())
                    .isNotNull();
            assertThat(MessageDissector.body(LINK, foreign(input), 0, input.length)
                            .toLine())
                    .isNotNull();
        });
    }

    /** The first two bytes are the offset that the kernel complains of. */
    @FuzzTest
    void pathsAreFoundOrNot(byte[] input) {
        if (input.length < Short.BYTES) {
            return;
        }
        Trial.run(input, () -> {
            NetlinkBuffer buffer = NetlinkBuffer.wrap(input);
            int target = buffer.u16(0);
            int length = input.length - Short.BYTES;
            Optional<AttributePath> path = AttributePath.find(LINK, buffer, Short.BYTES, length, target);
            path.ifPresent(found -> assertThat(found.names()).isNotEmpty());
            Optional<AttributePath> missing =
                    AttributePath.missing(LINK, buffer, Short.BYTES, length, target, target & 0x7f);
            missing.ifPresent(found -> assertThat(found.toString()).isNotEmpty());
        });
    }

    private void describeAll(NetlinkBuffer buffer, int length, MessageDirection direction) {
        MessageReader reader = new MessageReader().wrap(buffer, 0, length);
        while (reader.next()) {
            MessageDescription description = describer.describe(direction, buffer, reader.offset(), reader.length());
            assertThat(description.toText()).contains("seq " + MessageHeader.sequence(buffer, reader.offset()));
            assertThat(description.toString()).isNotEmpty();
        }
    }

    /** The bytes as another machine's. */
    private static NetlinkBuffer foreign(byte[] input) {
        ByteOrder other =
                ByteOrder.nativeOrder() == ByteOrder.BIG_ENDIAN ? ByteOrder.LITTLE_ENDIAN : ByteOrder.BIG_ENDIAN;
        return NetlinkBuffer.wrap(input, other);
    }
}
