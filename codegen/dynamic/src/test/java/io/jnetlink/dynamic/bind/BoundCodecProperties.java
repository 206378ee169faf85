package io.jnetlink.dynamic.bind;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.dynamic.Codec;
import io.jnetlink.dynamic.DynamicFamily;
import io.jnetlink.dynamic.Fixtures;
import io.jnetlink.dynamic.map.RandomMaps;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.lang.invoke.MethodHandles;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Random messages pass through records without losing what the records have components for. */
class BoundCodecProperties {

    private static final DynamicFamily FAMILY = Fixtures.family("workshop.yaml");

    private static final List<Kept<?>> RECORDS = List.of(
            kept(Tools.Optionals.class, "u8", "s8", "u16", "u32-big", "u64", "flag-or-number", "small", "s32"),
            kept(
                    Tools.Payloads.class,
                    "on",
                    "flag-or-number",
                    "name",
                    "note",
                    "bytes",
                    "key",
                    "mac",
                    "ipv4",
                    "ipv6",
                    "ip",
                    "box",
                    "crate",
                    "ports",
                    "pids",
                    "bits",
                    "state",
                    "options"),
            kept(Tools.Nests.class, "part", "spare", "alias", "wheels", "teeth", "policy", "stat", "boxes"),
            kept(Tools.Formats.class, "kind", "data", "drive"));

    /** A codec and the attributes that its records keep. */
    record Kept<T>(Codec<T> codec, List<String> attributes) {

        byte[] throughRecord(byte[] bytes) {
            MessageWriter out = MessageWriter.onHeap();
            codec.write(out, codec.read(NetlinkBuffer.wrap(bytes), 0, bytes.length));
            return out.toByteArray();
        }

        void read(byte[] bytes) {
            codec.read(NetlinkBuffer.wrap(bytes), 0, bytes.length);
        }
    }

    private static <T> Kept<T> kept(Class<T> record, String... attributes) {
        return new Kept<>(FAMILY.codec(record, "get-tool", MethodHandles.lookup()), List.of(attributes));
    }

    @Provide
    Arbitrary<Map<String, Object>> tools() {
        return Arbitraries.randomValue(random -> new RandomMaps(FAMILY.model(), random).attributes("tool-attrs"));
    }

    @Property(tries = 3000)
    void whatARecordHasSurvives(@ForAll("tools") Map<String, Object> tool) {
        // What a map can hold but these records cannot: bytes that are no address, other formats, numbers without a
        // name.
        tool.computeIfPresent("ip", (k, v) -> v.toString().matches(".*[.:].*") ? v : null);
        tool.computeIfPresent("ipv6", (k, v) -> v.toString().contains(":") ? v : null);
        // An empty list is not sent.
        List.of("teeth", "wheels").forEach(a -> tool.remove(a, List.of()));
        tool.computeIfPresent("drive", (k, v) -> "turning".equals(tool.get("motion")) ? v : null);
        tool.computeIfPresent("state", (k, v) -> v instanceof String ? v : null);
        byte[] bytes = FAMILY.encode("get-tool", tool);
        for (Kept<?> record : RECORDS) {
            Map<String, Object> expected = new LinkedHashMap<>(tool);
            expected.keySet().retainAll(record.attributes());
            Map<String, Object> again = FAMILY.decode("get-tool", record.throughRecord(bytes));
            again.keySet().retainAll(record.attributes());

            assertThat(plain(again)).isEqualTo(plain(expected));
        }
    }

    /** Without unknown attributes and indices, which records do not keep. */
    private static Object plain(Object value) {
        if (value instanceof Map<?, ?> map) {
            Map<String, Object> plain = new LinkedHashMap<>();
            map.forEach((key, inner) -> {
                if (!Character.isDigit(key.toString().charAt(0))) {
                    plain.put(key.toString(), plain(inner));
                }
            });
            return plain;
        } else if (value instanceof List<?> list) {
            return list.stream().map(e -> plain(withoutIndex(e))).toList();
        }
        return value;
    }

    private static Object withoutIndex(Object element) {
        if (element instanceof Map<?, ?> map
                && map.size() == 1
                && map.keySet().iterator().next().toString().matches("\\d")) {
            return map.values().iterator().next();
        }
        return element;
    }

    @Property(tries = 3000)
    void anyBytesAreARecordOrMalformed(
            @ForAll("tools") Map<String, Object> tool,
            @ForAll List<Byte> noise,
            @ForAll int place,
            @ForAll int length) {
        byte[] bytes = FAMILY.encode("get-tool", tool);
        for (int i = 0; i < noise.size(); i++) {
            bytes[Math.floorMod(place + 31 * i, bytes.length)] = noise.get(i);
        }
        byte[] cut = Arrays.copyOf(bytes, Math.floorMod(length, bytes.length + 1));
        for (Kept<?> record : RECORDS) {
            try {
                record.read(cut);
            } catch (MalformedMessageException e) {
                assertThat(e.offset()).isBetween(0, cut.length);
            }
        }
    }
}
