package io.jnetlink.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.Hex;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AttributeCursorTest {

    private final AttributeCursor cursor = new AttributeCursor();

    @Test
    void walksAListAndToldWhereEachStands() {
        NetlinkBuffer buffer = Hex.little("ff", "0500010007000000", "0800 02c0 09000000", "04000380");
        cursor.wrap(buffer, 1, buffer.capacity() - 1);

        assertThat(cursor.next()).isTrue();
        assertThat(cursor.offset()).isEqualTo(1);
        assertThat(cursor.type()).isEqualTo(1);
        assertThat(cursor.rawType()).isEqualTo(1);
        assertThat(cursor.payloadOffset()).isEqualTo(5);
        assertThat(cursor.payloadLength()).isEqualTo(1);
        assertThat(cursor.next()).isTrue();
        assertThat(cursor.offset()).isEqualTo(9);
        assertThat(cursor.type()).isEqualTo(2);
        assertThat(cursor.rawType()).isEqualTo(0xc002);
        assertThat(cursor.payloadLength()).isEqualTo(4);
        assertThat(cursor.next()).isTrue();
        assertThat(cursor.type()).isEqualTo(3);
        assertThat(cursor.payloadLength()).isZero();
        assertThat(cursor.next()).isFalse();
        assertThat(cursor.next()).isFalse();
    }

    @Test
    void readsHeadersInTheHostsByteOrder() {
        cursor.wrap(Hex.big("0008 8001 00000005"), 0, 8);

        assertThat(cursor.next()).isTrue();
        assertThat(cursor.type()).isEqualTo(1);
        assertThat(cursor.rawType()).isEqualTo(0x8001);
        assertThat(cursor.payloadLength()).isEqualTo(4);
    }

    @ParameterizedTest
    @CsvSource({"08000100 05000000 00", "08000100 05000000 ffff", "08000100 05000000 ffffff", "08000100 05000000"})
    void upToThreeBytesBehindTheLastAttributeArePassedOver(String hex) {
        assertThat(types(hex)).containsExactly(1);
    }

    @Test
    void theLastAttributeMayLackItsPadding() {
        assertThat(types("05000100 07")).containsExactly(1);
        assertThat(types("06000100 0707 00")).containsExactly(1);
    }

    @ParameterizedTest
    @CsvSource({
        "00000100 00000000, 0, attribute 1 claims 0 bytes of 8 left",
        "03000180 00000000, 0, attribute 1 claims 3 bytes of 8 left",
        "c8000100 00000000, 0, attribute 1 claims 200 bytes of 8 left",
        "04000100 ffff0200, 4, attribute 2 claims 65535 bytes of 4 left",
        "04000100 05000200, 4, attribute 2 claims 5 bytes of 4 left",
        "00000000, 0, attribute 0 claims 0 bytes of 4 left"
    })
    void aLengthThatCannotBeIsMalformed(String hex, int offset, String rule) {
        assertThatThrownBy(() -> types(hex))
                .isInstanceOfSatisfying(MalformedMessageException.class, e -> {
                    assertThat(e.offset()).isEqualTo(offset);
                    assertThat(e.path()).isEmpty();
                })
                .hasMessage(rule + " (at offset " + offset + ")");
    }

    @Test
    void neverLooksBehindTheEndItWasGiven() {
        NetlinkBuffer buffer = Hex.little("08000100 05000000 08000200 05000000");

        assertThat(types(buffer, 8)).containsExactly(1);
        assertThat(types(buffer, 0)).isEmpty();
        assertThat(types(buffer, 3)).isEmpty();
        assertThatThrownBy(() -> types(buffer, 7)).isInstanceOf(MalformedMessageException.class);
    }

    private List<Integer> types(String hex) {
        NetlinkBuffer buffer = Hex.little(hex);
        return types(buffer, buffer.capacity());
    }

    private List<Integer> types(NetlinkBuffer buffer, int length) {
        List<Integer> types = new ArrayList<>();
        cursor.wrap(buffer, 0, length);
        while (cursor.next()) {
            types.add(cursor.type());
        }
        return types;
    }
}
