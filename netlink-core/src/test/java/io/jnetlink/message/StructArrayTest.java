package io.jnetlink.message;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jnetlink.Hex;
import io.jnetlink.schema.AttributeKind;
import io.jnetlink.schema.AttributeSchema;
import io.jnetlink.schema.AttributeSet;
import io.jnetlink.schema.DisplayHint;
import io.jnetlink.schema.FamilySchema;
import io.jnetlink.schema.FieldOrder;
import io.jnetlink.schema.StructSchema;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.nio.ByteOrder;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Attributes that are structs one behind the other. */
class StructArrayTest {

    private static final int ZONES = 1;
    private static final int ZONE_SIZE = 4;

    private static final AttributeSet SET = FamilySchema.generic("fence")
            .set(
                    "fence-attrs",
                    AttributeSchema.of(ZONES, "zones", "ZONES", AttributeKind.BINARY)
                            .withElement(AttributeKind.BINARY)
                            .withStruct("zone"))
            .struct(StructSchema.builder("zone", ZONE_SIZE)
                    .member("from", 0, 2, AttributeKind.U16, FieldOrder.HOST, DisplayHint.NONE)
                    .member("to", 2, 2, AttributeKind.U16, FieldOrder.HOST, DisplayHint.NONE)
                    .build())
            .build()
            .attributeSet("fence-attrs");

    private record Zone(int from, int to) implements StructValue {
        static Zone decode(NetlinkBuffer buffer, int at, int size) {
            return new Zone(buffer.u16(at), buffer.u16(at + 2));
        }

        @Override
        public void writeTo(MessageWriter out) {
            int at = out.appendZeros(ZONE_SIZE);
            out.buffer().putU16(at, from);
            out.buffer().putU16(at + 2, to);
        }
    }

    private static final class Fence extends AttributeReader {
        Fence(NetlinkBuffer buffer) {
            super(SET);
            attach(buffer, 0, buffer.capacity());
        }

        List<Zone> zones() {
            return structs(ZONES, ZONE_SIZE, Zone::decode);
        }
    }

    private static final class FenceBuilder extends AttributeBuilder {
        FenceBuilder() {
            super(SET, MessageWriter.onHeap());
        }

        String hex() {
            return Hex.text(writtenBytes());
        }
    }

    @Test
    void structsAreReadAsLongAsTheyAreWhole() {
        assertThat(new Fence(Hex.little("0c000100", "01000200", "03000400")).zones())
                .containsExactly(new Zone(1, 2), new Zone(3, 4));
        assertThat(new Fence(Hex.little("0b000100", "01000200", "03000400")).zones())
                .containsExactly(new Zone(1, 2));
        assertThat(new Fence(Hex.little("04000100")).zones()).isEmpty();
    }

    @Test
    void structsAreWrittenInPlaceOfEarlierOnes() {
        assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN, "the expected bytes are little-endian");
        FenceBuilder fence = new FenceBuilder();
        fence.putStructs(ZONES, List.of(new Zone(9, 9)));
        fence.putStructs(ZONES, List.of(new Zone(1, 2), new Zone(3, 4)));

        assertThat(fence.hex()).isEqualTo("0c000100" + "01000200" + "03000400");
    }

    @Test
    void structsAreAppendedBehindEarlierOnes() {
        assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN, "the expected bytes are little-endian");
        FenceBuilder fence = new FenceBuilder();
        fence.appendStructs(ZONES, List.of(new Zone(1, 2)));
        fence.appendStructs(ZONES, List.of());

        assertThat(fence.hex()).isEqualTo("08000100" + "01000200" + "04000100");
    }

    @Test
    void eachStructIsPrinted() {
        assertThat(new Fence(Hex.little("0c000100", "01000200", "03000400")))
                .hasToString("{zones: {0: {from: 1, to: 2}, 1: {from: 3, to: 4}}}");
    }

    @Test
    void whatMakesNoWholeStructIsPrintedAsItIs() {
        assertThat(new Fence(Hex.little("0a000100", "01000200", "03000000")))
                .hasToString("{zones: {0: {from: 1, to: 2}, rest: 0300}}");
    }

    @Test
    void structsOfNoBytesAreNotCountedWithoutEnd() {
        AttributeSet set = FamilySchema.generic("fence")
                .set(
                        "fence-attrs",
                        AttributeSchema.of(ZONES, "zones", "ZONES", AttributeKind.BINARY)
                                .withElement(AttributeKind.BINARY)
                                .withStruct("nothing"))
                .struct(StructSchema.builder("nothing", 0).build())
                .build()
                .attributeSet("fence-attrs");
        MessageWriter out = MessageWriter.onHeap();
        out.putBytes(ZONES, new byte[8]);

        assertThat(MessageDissector.attributes(set, out.buffer(), 0, out.length())
                        .toString())
                .contains("zones")
                .contains("rest");
        assertThat(AttributeReader.structs(0, Zone::decode, out.buffer(), 4, 8)).isEmpty();
    }
}
