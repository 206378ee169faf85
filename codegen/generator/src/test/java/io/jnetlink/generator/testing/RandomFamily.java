package io.jnetlink.generator.testing;

import io.jnetlink.message.Bitfield32;
import io.jnetlink.wire.HardwareAddress;
import io.jnetlink.wire.IpAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.BiFunction;

/**
 * A family with one attribute set, given by the kinds of its attributes.
 *
 * <p>Immutable.
 *
 * @param kinds one for each attribute
 */
public record RandomFamily(List<Kind> kinds) {

    /** Copies the list. */
    public RandomFamily {
        kinds = List.copyOf(kinds);
    }

    /** One kind of attribute: how a spec writes it, and a value for it. */
    public enum Kind {
        /** Unsigned 8 bits. */
        U8("type: u8", (f, r) -> r.nextInt(256)),
        /** Signed 8 bits. */
        S8("type: s8", (f, r) -> r.nextInt(256) - 128),
        /** Network order, unsigned 16 bits. */
        BE16("type: u16, byte-order: big-endian", (f, r) -> r.nextInt(65536)),
        /** Signed 16 bits. */
        S16("type: s16", (f, r) -> r.nextInt(65536) - 32768),
        /** Unsigned 32 bits. */
        U32("type: u32", (f, r) -> r.nextInt() & 0xffff_ffffL),
        /** Little-endian 32 bits. */
        LE32("type: u32, byte-order: little-endian", (f, r) -> r.nextInt() & 0xffff_ffffL),
        /** Network order, signed 32 bits. */
        BES32("type: s32, byte-order: big-endian", (f, r) -> r.nextInt()),
        /** 64 bits. */
        U64("type: u64", (f, r) -> r.nextLong()),
        /** Unsigned, width by value. */
        UINT("type: uint", (f, r) -> r.nextLong() >>> r.nextInt(64)),
        /** Signed, width by value. */
        SINT("type: sint", (f, r) -> r.nextLong() >> r.nextInt(64)),
        /** Presence. */
        FLAG("type: flag", (f, r) -> true),
        /** Text. */
        STRING("type: string", (f, r) -> text(r)),
        /** Text without NUL. */
        BARE("type: string, x-terminated: false", (f, r) -> text(r)),
        /** Bytes. */
        BINARY("type: binary", (f, r) -> bytes(r, r.nextInt(20))),
        /** Link-layer address. */
        MAC("type: binary, display-hint: mac", (f, r) -> HardwareAddress.of(bytes(r, 6))),
        /** IP address of either family. */
        IP("type: binary, display-hint: ipv4-or-v6", (f, r) -> IpAddress.of(bytes(r, r.nextBoolean() ? 4 : 16))),
        /** IPv4 address in a number. */
        IPV4("type: u32, byte-order: big-endian, display-hint: ipv4", (f, r) -> IpAddress.of(bytes(r, 4))),
        /** Enum. */
        ENUM(
                "type: u16, enum: colour",
                (f, r) -> f.call("Colour", "of", (long) r.nextInt(9)).target()),
        /** Value and mask. */
        MASK("type: bitfield32", (f, r) -> new Bitfield32(r.nextInt() & 0xffff_ffffL, r.nextInt() & 0xffff_ffffL)),
        /** Struct. */
        STRUCT(
                "type: binary, struct: point",
                (f, r) -> f.builder("Point")
                        .set("x", r.nextInt(65536))
                        .set("y", r.nextLong())
                        .build()
                        .target()),
        /** Nest. */
        NEST("type: nest, nested-attributes: inner", (f, r) -> inner(f, r)),
        /** Array of nests. */
        NESTS(
                "type: indexed-array, sub-type: nest, nested-attributes: inner",
                (f, r) -> List.of(inner(f, r), inner(f, r))),
        /** Array of numbers. */
        NUMBERS("type: indexed-array, sub-type: u32", (f, r) -> List.of(r.nextInt() & 0xffff_ffffL, 0L)),
        /** C array. */
        C_ARRAY("type: binary, sub-type: u64, byte-order: big-endian", (f, r) ->
                new long[] {r.nextLong(), r.nextLong()}),
        /** List of texts. */
        MULTI("type: string, multi-attr: true", (f, r) -> text(r)),
        /** List of nests. */
        MULTI_NEST("type: nest, nested-attributes: inner, multi-attr: true", (f, r) -> inner(f, r));

        private final String yaml;
        private final BiFunction<GeneratedFamily, Random, Object> value;

        Kind(String yaml, BiFunction<GeneratedFamily, Random, Object> value) {
            this.yaml = yaml;
            this.value = value;
        }

        private boolean isList() {
            return this == MULTI || this == MULTI_NEST;
        }

        private static byte[] bytes(Random random, int length) {
            byte[] bytes = new byte[length];
            random.nextBytes(bytes);
            return bytes;
        }

        private static String text(Random random) {
            return random.ints(random.nextInt(12), 1, 0x2ff)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
        }

        private static Object inner(GeneratedFamily family, Random random) {
            return family.builder("Inner")
                    .set("size", random.nextInt() & 0xffff_ffffL)
                    .build()
                    .target();
        }
    }

    /**
     * One attribute's value.
     *
     * <p>Immutable.
     *
     * @param setter name of the setter
     * @param value its argument
     * @param getter name of the getter
     * @param presence name of the getter of its presence
     * @param expected what the getter must return
     */
    public record Setting(String setter, Object value, String getter, String presence, Object expected) {}

    /** The spec. */
    public String yaml() {
        StringBuilder attributes = new StringBuilder();
        for (int i = 0; i < kinds.size(); i++) {
            attributes
                    .append("      - {name: a")
                    .append(i)
                    .append(", ")
                    .append(kinds.get(i).yaml)
                    .append("}\n");
        }
        return """
                name: drawn
                protocol: genetlink-legacy
                doc: Drawn at random.
                definitions:
                  - {name: colour, type: enum, entries: [red, green, {name: blue, value: 7}]}
                  - {name: point, type: struct, members: [{name: x, type: u16}, {name: y, type: s64}]}
                attribute-sets:
                  - name: things
                    attributes:
                %s  - name: inner
                    attributes:
                      - {name: size, type: u32}
                operations:
                  list:
                    - name: get
                      attribute-set: things
                      doc: Gets them.
                      do: {request: {attributes: [a0]}}
                """.formatted(attributes);
    }

    /** Values for some of the attributes. */
    public List<Setting> draw(GeneratedFamily family, Random random) {
        List<Setting> settings = new ArrayList<>();
        for (int i = 0; i < kinds.size(); i++) {
            if (random.nextInt(4) > 0) {
                Kind kind = kinds.get(i);
                Object value = kind.value.apply(family, random);
                settings.add(new Setting(
                        kind.isList() ? "addA" + i : "a" + i,
                        value,
                        "a" + i,
                        "hasA" + i,
                        kind.isList() ? List.of(value) : value));
            }
        }
        return settings;
    }
}
