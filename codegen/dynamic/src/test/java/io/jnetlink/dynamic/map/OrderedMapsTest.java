package io.jnetlink.dynamic.map;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jnetlink.dynamic.DynamicFamily;
import io.jnetlink.dynamic.Fixtures;
import io.jnetlink.wire.InvalidFieldException;
import java.nio.ByteOrder;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Lists whose order counts, and arrays of structs, as maps. */
class OrderedMapsTest {

    private static final DynamicFamily ORDERS = Fixtures.family("orders.yaml");

    private static final String STEPS = "1c000180" + "0800010000000001" + "04000200" + "0800010000000002" + "04000380";

    @BeforeEach
    void bytesBelowAreThoseOfALittleEndianMachine() {
        assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN, "the expected bytes are little-endian");
    }

    private static String encode(Map<String, ?> recipe) {
        return HexFormat.of().formatHex(ORDERS.encodeAttributes("recipe-attrs", recipe));
    }

    private static Map<String, Object> decode(String hex) {
        return ORDERS.decodeAttributes("recipe-attrs", HexFormat.of().parseHex(hex));
    }

    @Test
    void aListOfMapsKeepsTheOrder() {
        List<Map<String, Object>> steps =
                List.of(Map.of("stir", 1L), Map.of("heat", true), Map.of("stir", 2L), Map.of("repeat", List.of()));

        assertThat(encode(Map.of("steps", steps))).isEqualTo(STEPS);
        assertThat(decode(STEPS)).hasToString("{steps=[{stir=1}, {heat=true}, {stir=2}, {repeat=[]}]}");
    }

    @Test
    void aSingleMapWillDo() {
        assertThat(encode(Map.of("steps", Map.of("stir", 1)))).isEqualTo("0c000180" + "0800010000000001");
    }

    @Test
    void aListInsideIsTheListOfOneNest() {
        List<Map<String, Object>> twice = List.of(Map.of("stir", 1), Map.of("stir", 2));

        assertThat(encode(Map.of("steps", List.of(Map.of("repeat", twice)))))
                .isEqualTo("18000180" + "14000380" + "0800010000000001" + "0800010000000002");
    }

    @Test
    void fillerIsPassedOverAndUnknownOnesAreKept() {
        assertThat(decode("10000180" + "04000400" + "0400020004000900"))
                .isEqualTo(Map.of("steps", List.of(Map.of("heat", true), Map.of("9", ""))));
    }

    @Test
    void anythingElseIsRefused() {
        assertThatThrownBy(() -> encode(Map.of("steps", List.of(5))))
                .isInstanceOf(InvalidFieldException.class)
                .hasMessageContaining("recipe-attrs.steps");
    }

    @Test
    void anArrayOfStructsIsAListOfMaps() {
        List<Map<String, Object>> zones = List.of(Map.of("from", 1, "to", 2), Map.of("from", 3, "to", 4));
        String hex = "0c000200" + "00010002" + "00030004";

        assertThat(encode(Map.of("zones", zones))).isEqualTo(hex);
        assertThat(encode(Map.of("zones", "0001000200030004"))).isEqualTo(hex);
        assertThat(decode(hex)).hasToString("{zones=[{from=1, to=2}, {from=3, to=4}]}");
        assertThat(decode("0b000200" + "00010002" + "00030000")).hasToString("{zones=[{from=1, to=2}]}");
        assertThatThrownBy(() -> encode(Map.of("zones", 5))).isInstanceOf(InvalidFieldException.class);
    }
}
