package io.jnetlink.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.jnetlink.wire.AttributeCursor;
import io.jnetlink.wire.MessageReader;
import io.jnetlink.wire.NetlinkBuffer;

/** Walking messages and the attributes in them. */
class WireFuzzTest {

    /** Deep enough to be taken for nests by chance, not so deep that the walk multiplies. */
    private static final int LEVELS = 4;

    @FuzzTest
    void messagesLieInsideTheDatagram(byte[] input) {
        Trial.run(input, () -> {
            NetlinkBuffer buffer = NetlinkBuffer.wrap(input);
            MessageReader reader = new MessageReader().wrap(buffer, 0, input.length);
            int end = 0;
            while (reader.next()) {
                assertThat(reader.offset()).isGreaterThanOrEqualTo(end);
                end = reader.bodyOffset() + reader.bodyLength();
                assertThat(end).isLessThanOrEqualTo(input.length);
                walkAttributes(buffer, reader.bodyOffset(), reader.bodyLength(), LEVELS);
            }
        });
    }

    @FuzzTest
    void attributesLieInsideTheirList(byte[] input) {
        Trial.run(input, () -> walkAttributes(NetlinkBuffer.wrap(input), 0, input.length, LEVELS));
    }

    private static void walkAttributes(NetlinkBuffer buffer, int offset, int length, int levels) {
        AttributeCursor cursor = new AttributeCursor().wrap(buffer, offset, length);
        int end = offset;
        while (cursor.next()) {
            assertThat(cursor.offset()).isGreaterThanOrEqualTo(end);
            end = cursor.payloadOffset() + cursor.payloadLength();
            assertThat(end).isLessThanOrEqualTo(offset + length);
            assertThat(cursor.position()).isLessThanOrEqualTo(offset + length);
            if (levels > 1) {
                walkAttributes(buffer, cursor.payloadOffset(), cursor.payloadLength(), levels - 1);
            }
        }
    }
}
