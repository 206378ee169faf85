package io.jnetlink.message;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.Hex;
import io.jnetlink.schema.AttributeKind;
import io.jnetlink.schema.AttributeSchema;
import io.jnetlink.schema.AttributeSet;
import io.jnetlink.schema.DisplayHint;
import io.jnetlink.schema.FamilySchema;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageValidatorTest {

    private static final String HEADER = "00000000 01000000 02000000 00000000";
    private static final String KIND = "09000100 76786c616e000000";

    private static final AttributeSet ADDRESSES = FamilySchema.raw("addresses", 0)
            .set(
                    "addresses",
                    address(1, "v4", DisplayHint.IPV4),
                    address(2, "v6", DisplayHint.IPV6),
                    address(3, "either", DisplayHint.IPV4_OR_V6),
                    AttributeSchema.of(4, "all", "ALL", AttributeKind.INDEXED_ARRAY)
                            .withElement(AttributeKind.BINARY)
                            .withHint(DisplayHint.IPV6))
            .build()
            .attributeSet("addresses");

    private static AttributeSchema address(int number, String name, DisplayHint hint) {
        return AttributeSchema.of(number, name, "ADDRESS_" + number, AttributeKind.BINARY)
                .withHint(hint);
    }

    @Test
    void aWholeMessageIsAccepted() {
        assertThatCode(() -> check(
                        HEADER, "08000400 dc050000", "24001280", KIND, "14000280 08000100 2a000000 06000f00 12b50000"))
                .doesNotThrowAnyException();
    }

    @Test
    void theFixedHeaderMustBeThere() {
        assertThatThrownBy(() -> check("00000000 01000000 02000000 000000"))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage("fixed header needs 16 bytes, got 15 (at offset 0)");
    }

    @ParameterizedTest
    @CsvSource({
        "07000400 dc0500 00, mtu: expected 4 bytes got 3 (at offset 20)",
        "04000b00, tiny: expected 1 bytes got 0 (at offset 20)",
        "0b000800 01020304050607 00, big: expected 8 bytes got 7 (at offset 20)",
        "06000900 0102 0000, unsigned: expected 4 bytes got 2 (at offset 20)",
        "08000700 01020304, bits: expected 8 bytes got 4 (at offset 20)",
        "08000c00 03000400, peer: attribute 4 claims 3 bytes of 4 left (at offset 20)",
        "0c000c00 08000c00 ffff0400, peer.peer: attribute 4 claims 65535 bytes of 4 left (at offset 24)",
        "0b000e00 06000100 010000, queues.1: expected 4 bytes got 2 (at offset 24)",
        "14000f00 10000700 08000c00 06000b00 07000400, hops.7.peer: attribute 11 claims 6 bytes of 4 left (at offset 28)",
        "08001000 c8000100, paths: attribute 1 claims 200 bytes of 4 left (at offset 20)",
        "04001400, mode: expected 1 bytes got 0 (at offset 20)"
    })
    void eachWrongLengthIsNamedByItsPath(String hex, String text) {
        assertThatThrownBy(() -> check(HEADER, hex))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage(text.replace(" got", ", got"));
    }

    @ParameterizedTest
    @CsvSource({
        "07000100 c00002 00, v4: expected 4 bytes got 3 (at offset 4)",
        "08000200 c0000201, v6: expected 16 bytes got 4 (at offset 4)",
        "06000300 c000 0000, either: expected 4 bytes got 2 (at offset 4)",
        "0c000400 08000100 c0000201, all.1: expected 16 bytes got 4 (at offset 8)"
    })
    void anAddressInPartIsNone(String hex, String text) {
        NetlinkBuffer bytes = Hex.little(hex);
        assertThatThrownBy(() -> MessageValidator.check(ADDRESSES, bytes, 0, bytes.capacity()))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessage(text.replace(" got", ", got"));
    }

    @Test
    void wholeAddressesAreAccepted() {
        NetlinkBuffer bytes =
                Hex.little("08000100 c0000201 14000300 20010db8000000000000000000000001 08000300 c0000201");
        assertThatCode(() -> MessageValidator.check(ADDRESSES, bytes, 0, bytes.capacity()))
                .doesNotThrowAnyException();
    }

    @Test
    void aSubMessageIsCheckedByItsSelector() {
        String shortPort = "0a000200 05000f00 12 000000";

        assertThatThrownBy(() -> check(HEADER, "1c001200", KIND, shortPort))
                .hasMessage("linkinfo.data.port: expected 2 bytes, got 1 (at offset 40)");
        assertThatThrownBy(() -> check(HEADER, "1c001200", shortPort, KIND))
                .hasMessage("linkinfo.data.port: expected 2 bytes, got 1 (at offset 28)");
        assertThatCode(() -> check(HEADER, "10001200", shortPort)).doesNotThrowAnyException();
        assertThatCode(() -> check(HEADER, "18001200", "07000100 67726500", shortPort))
                .doesNotThrowAnyException();
    }

    @Test
    void aSubMessageBehindAHeaderIsCheckedToo() {
        String matchMode = "05001400 02000000";

        assertThatThrownBy(() -> check(HEADER, matchMode, "14001500 ff7fc0000201 0000 05000f00 12000000"))
                .hasMessage("mode-data.port: expected 2 bytes, got 1 (at offset 40)");
        assertThatCode(() -> check(HEADER, matchMode, "07001500 070000 00")).doesNotThrowAnyException();
        assertThatCode(() -> check(HEADER, matchMode, "0a001500 ff7fc0000201 0000"))
                .doesNotThrowAnyException();
    }

    @Test
    void aSelectorIsLookedForFurtherOutside() {
        assertThatThrownBy(() -> check(HEADER, "10001200 0a000300 05000f00 12 000000", "05001400 01000000"))
                .hasMessage("linkinfo.mode-data.port: expected 2 bytes, got 1 (at offset 28)");
        assertThatCode(() -> check(HEADER, "10001200 0a000300 05000f00 12 000000", "05001400 09000000"))
                .doesNotThrowAnyException();
    }

    @Test
    void unknownAttributesAreNotLookedInto() {
        assertThatCode(() -> check(HEADER, "0800c880 ffff0100", "08001800 ffff0100"))
                .doesNotThrowAnyException();
    }

    @Test
    void longerPayloadsAndExtraBytesAreAccepted() {
        assertThatCode(() -> check(HEADER, "0c000400 dc05000000000000", "06001300 0000 0000", "ffff"))
                .doesNotThrowAnyException();
    }

    @Test
    void nestsMayBeThirtyTwoDeepAndNoDeeper() {
        assertThatCode(() -> check(nested(32))).doesNotThrowAnyException();
        assertThatThrownBy(() -> check(nested(33)))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("more than 32 levels of nests");
        assertThatThrownBy(() -> check(nested(15_000))).isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void aChangingSchemaOfNestsWithinSubMessagesEndsAsWell() {
        MessageWriter out = MessageWriter.onHeap();
        nestPeersInData(out, 40);

        assertThatThrownBy(() -> MessageValidator.check(DemoFamily.LINK, out.buffer(), 0, out.length()))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("more than 32 levels of nests");
    }

    private static void nestPeersInData(MessageWriter out, int depth) {
        if (depth > 0) {
            int info = out.begin(DemoFamily.LINKINFO);
            out.putText(DemoFamily.INFO_KIND, "peer", true);
            int data = out.begin(DemoFamily.INFO_DATA);
            nestPeersInData(out, depth - 1);
            out.end(data);
            out.end(info);
        }
    }

    private static NetlinkBuffer nested(int depth) {
        MessageWriter out = MessageWriter.onHeap();
        out.appendZeros(16);
        int[] marks = new int[depth];
        for (int i = 0; i < depth; i++) {
            marks[i] = out.begin(DemoFamily.PEER);
        }
        for (int i = depth - 1; i >= 0; i--) {
            out.end(marks[i]);
        }
        return NetlinkBuffer.wrap(out.toByteArray());
    }

    private static void check(String... hex) {
        check(Hex.little(hex));
    }

    private static void check(NetlinkBuffer buffer) {
        MessageValidator.check(DemoFamily.MESSAGE, buffer, 0, buffer.capacity());
    }
}
