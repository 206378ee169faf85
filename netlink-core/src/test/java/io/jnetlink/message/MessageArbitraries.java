package io.jnetlink.message;

import io.jnetlink.schema.AttributeKind;
import io.jnetlink.schema.AttributeSchema;
import io.jnetlink.schema.DisplayHint;
import io.jnetlink.schema.EnumSchema;
import io.jnetlink.schema.FamilySchema;
import io.jnetlink.schema.FieldOrder;
import io.jnetlink.schema.StructSchema;
import io.jnetlink.schema.SubMessageSchema;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.Arrays;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Families that nobody has written, and bytes that look like their messages more or less. */
final class MessageArbitraries {

    private static final int SETS = 3;
    private static final int ATTRIBUTES = 10;
    private static final String[] SELECTOR_VALUES = {"0", "1", "2", "zero", "a", ""};

    private MessageArbitraries() {}

    /** Any families; their messages are called "set0" and have the struct "struct0" in front. */
    static Arbitrary<FamilySchema> families() {
        return Arbitraries.randoms().map(MessageArbitraries::family);
    }

    /** Lists of attributes that are well-formed at every level, or were so before some bytes were changed. */
    static Arbitrary<NetlinkBuffer> buffers() {
        Arbitrary<Integer> damage = Arbitraries.frequencyOf(
                net.jqwik.api.Tuple.of(2, Arbitraries.just(0)),
                net.jqwik.api.Tuple.of(3, Arbitraries.integers().between(1, 8)),
                net.jqwik.api.Tuple.of(1, Arbitraries.just(1000)));
        return Combinators.combine(Arbitraries.randoms(), damage, Arbitraries.of(FieldOrder.values()))
                .as(MessageArbitraries::buffer);
    }

    private static FamilySchema family(Random random) {
        FamilySchema.Builder family = FamilySchema.raw("random", 0)
                .enumeration(EnumSchema.enumeration("enum")
                        .entry("zero", 0)
                        .entry("a", 1)
                        .build())
                .enumeration(EnumSchema.flags("flags")
                        .entry("one", 1)
                        .entry("many", 0xf0)
                        .build())
                .struct(struct("struct0", random))
                .struct(struct("struct1", random));
        SubMessageSchema.Builder formats = SubMessageSchema.builder("sub");
        for (String value : SELECTOR_VALUES) {
            formats.format(
                    value,
                    random.nextBoolean() ? null : name("struct", 2, random),
                    random.nextBoolean() ? null : set(random));
        }
        family.subMessage(formats.build());
        for (int i = 0; i < SETS; i++) {
            AttributeSchema[] attributes = new AttributeSchema[random.nextInt(ATTRIBUTES)];
            for (int n = 0; n < attributes.length; n++) {
                attributes[n] = attribute(n, random);
            }
            family.set("set" + i, attributes);
        }
        return family.build();
    }

    private static AttributeSchema attribute(int number, Random random) {
        AttributeKind kind = pick(AttributeKind.values(), random);
        AttributeSchema attribute = AttributeSchema.of(number, "a" + number, "A" + number, kind)
                .withByteOrder(pick(FieldOrder.values(), random))
                .withHint(pick(DisplayHint.values(), random));
        if (random.nextBoolean()) {
            attribute = attribute.withRequestKind(AttributeKind.FLAG);
        }
        if (random.nextBoolean()) {
            attribute = attribute.withNested(set(random));
        }
        if (random.nextBoolean()) {
            attribute = attribute.withElement(pick(AttributeKind.values(), random));
        }
        if (random.nextInt(4) == 0) {
            attribute = attribute.withStruct(name("struct", 2, random));
        }
        if (random.nextInt(4) == 0) {
            attribute = attribute.withEnum(random.nextBoolean() ? "enum" : "flags");
        }
        return kind == AttributeKind.SUB_MESSAGE
                ? attribute.withSubMessage("sub", "a" + random.nextInt(ATTRIBUTES))
                : attribute;
    }

    private static StructSchema struct(String name, Random random) {
        int size = random.nextInt(30);
        StructSchema.Builder struct = StructSchema.builder(name, size);
        for (int at = 0; at < size; ) {
            AttributeKind kind = pick(AttributeKind.values(), random);
            int length = kind.isNumber() ? kind.minimumLength() : 1 + random.nextInt(8);
            if (at + length <= size && random.nextInt(3) == 0) {
                struct.enumMember("m" + at, at, length, AttributeKind.BINARY, FieldOrder.HOST, "enum");
            } else if (at + length <= size) {
                struct.member(
                        "m" + at,
                        at,
                        length,
                        kind,
                        pick(FieldOrder.values(), random),
                        pick(DisplayHint.values(), random));
            }
            at += length;
        }
        return struct.build();
    }

    private static NetlinkBuffer buffer(Random random, int damage, FieldOrder order) {
        MessageWriter out = MessageWriter.onHeap();
        list(out, random, 0);
        byte[] bytes = out.toByteArray();
        if (random.nextInt(3) == 0) {
            bytes = Arrays.copyOf(bytes, Math.max(0, bytes.length + random.nextInt(5) - 2));
        }
        for (int i = 0; i < damage && bytes.length > 0; i++) {
            bytes[random.nextInt(bytes.length)] = (byte) (random.nextBoolean() ? random.nextInt(20) : random.nextInt());
        }
        return NetlinkBuffer.wrap(bytes, order.resolve(java.nio.ByteOrder.nativeOrder()));
    }

    private static void list(MessageWriter out, Random random, int depth) {
        int attributes = random.nextInt(5);
        for (int i = 0; i < attributes; i++) {
            int mark = out.begin(random.nextInt(ATTRIBUTES + 1) | random.nextInt(4) << 14);
            if (depth < 4 && random.nextBoolean()) {
                list(out, random, depth + 1);
            } else {
                // Long enough for any number, as a rule.
                byte[] payload = new byte[random.nextInt(8) == 0 ? random.nextInt(8) : 8 + random.nextInt(10)];
                random.nextBytes(payload);
                out.append(NetlinkBuffer.wrap(payload), 0, payload.length);
            }
            out.end(mark);
        }
    }

    private static String set(Random random) {
        return name("set", SETS, random);
    }

    private static String name(String stem, int count, Random random) {
        return stem + random.nextInt(count);
    }

    private static <T> T pick(T[] from, Random random) {
        return from[random.nextInt(from.length)];
    }
}
