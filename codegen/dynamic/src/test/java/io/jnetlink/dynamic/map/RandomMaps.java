package io.jnetlink.dynamic.map;

import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.AttributeSetIr;
import io.jnetlink.spec.ir.Checks;
import io.jnetlink.spec.ir.DisplayHint;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.FormatIr;
import io.jnetlink.spec.ir.MemberIr;
import io.jnetlink.spec.ir.Operation;
import io.jnetlink.spec.ir.StructIr;
import io.jnetlink.spec.ir.TypeIr;
import io.jnetlink.wire.HardwareAddress;
import io.jnetlink.wire.IpAddress;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.UUID;
import java.util.function.Supplier;

/** Maps in the form that decoding gives them, for any set of a family. Not thread-safe. */
public final class RandomMaps {

    private static final int MAX_DEPTH = 3;
    private static final int MAX_ATTRIBUTES = 6;
    private static final int MAX_ELEMENTS = 3;
    private static final int MAX_TYPE = 0x3fff;

    private final Family family;
    private final Random random;
    private final RandomNumbers numbers;

    /** Of a family. */
    public RandomMaps(Family family, Random random) {
        this.family = family;
        this.random = random;
        this.numbers = new RandomNumbers(family, random);
    }

    /** Attributes of a set. */
    public Map<String, Object> attributes(String set) {
        return attributes(family.attributeSet(set), MAX_DEPTH, MAX_ATTRIBUTES);
    }

    /** Header and attributes of an operation's messages. */
    public Map<String, Object> body(Operation operation) {
        Map<String, Object> all = new LinkedHashMap<>();
        operation.fixedHeader().ifPresent(h -> all.putAll(header(family.struct(h), operation.attributeSet())));
        operation.attributeSet().ifPresent(s -> all.putAll(attributes(s)));
        return all;
    }

    private Map<String, Object> header(StructIr header, Optional<String> set) {
        Map<String, Object> all = new LinkedHashMap<>();
        struct(header).forEach((name, value) -> {
            boolean clash =
                    set.flatMap(s -> family.attributeSet(s).attribute(name)).isPresent();
            all.put(clash ? header.name() + "." + name : name, value);
        });
        return all;
    }

    private Map<String, Object> attributes(AttributeSetIr set, int depth, int most) {
        Map<String, Object> map = new LinkedHashMap<>();
        List<AttributeIr> usable = new ArrayList<>(set.attributes().stream()
                .filter(a -> set.attribute(a.number()).orElseThrow().name().equals(a.name()))
                .filter(a -> !(a.type() instanceof TypeIr.Pad))
                .filter(a -> depth > 0 || !isNested(a.type()))
                // Drawn alone it would turn the bytes of its sub-message into another format.
                .filter(a -> !isSelector(set, a))
                .toList());
        Collections.shuffle(usable, random);
        for (AttributeIr attribute : usable.subList(0, Math.min(random.nextInt(most + 1), usable.size()))) {
            if (attribute.type() instanceof TypeIr.SubMessage message) {
                subMessage(map, set, attribute, message, depth);
            } else {
                map.put(attribute.name(), attribute(attribute, depth));
            }
        }
        unknown(map, set);
        return map;
    }

    private Object attribute(AttributeIr attribute, int depth) {
        Supplier<Object> one =
                () -> attribute.requestType().isPresent() ? true : value(attribute, attribute.type(), depth);
        return attribute.multiple() ? list(1, MAX_ELEMENTS, one) : one.get();
    }

    private List<Object> list(int least, int most, Supplier<Object> element) {
        List<Object> list = new ArrayList<>();
        int count = least + random.nextInt(most - least + 1);
        for (int i = 0; i < count; i++) {
            list.add(element.get());
        }
        return list;
    }

    private void subMessage(
            Map<String, Object> map, AttributeSetIr set, AttributeIr attribute, TypeIr.SubMessage message, int depth) {
        String selector = message.selector().attribute();
        List<FormatIr> formats = family.subMessage(message.subMessageName()).formats();
        boolean unnamed = message.selector().isLocal()
                && message.selector().enumName().isEmpty()
                && set.attribute(selector).orElseThrow().type() instanceof TypeIr.Scalar;
        // A second sub-message of the same selector keeps out: it may lack the format.
        if (!message.selector().isLocal() || formats.isEmpty() || unnamed || map.containsKey(selector)) {
            return;
        }
        FormatIr format = formats.get(random.nextInt(formats.size()));
        map.put(selector, format.value());
        Map<String, Object> fields = new LinkedHashMap<>();
        format.fixedHeader().ifPresent(h -> fields.putAll(header(family.struct(h), format.attributeSet())));
        format.attributeSet()
                .ifPresent(s -> fields.putAll(attributes(family.attributeSet(s), depth - 1, MAX_ELEMENTS)));
        map.put(attribute.name(), fields);
    }

    private Object value(AttributeIr attribute, TypeIr type, int depth) {
        Checks checks = attribute.checks();
        if (type instanceof TypeIr.Scalar scalar) {
            return numbers.number(scalar, checks, attribute.displayHint());
        } else if (type instanceof TypeIr.Bitfield32 bits) {
            return Map.of("value", word(bits), "selector", word(bits));
        } else if (type instanceof TypeIr.Flag) {
            return true;
        } else if (type instanceof TypeIr.Text) {
            return text(min(checks), max(checks, 40));
        } else if (type instanceof TypeIr.Struct struct) {
            return struct(family.struct(struct.structName()));
        } else if (type instanceof TypeIr.ScalarArray array) {
            int width = array.element().kind().bytes();
            return list(
                    (min(checks) + width - 1) / width,
                    max(checks, 5 * width) / width,
                    () -> numbers.number(array.element(), Checks.NONE, attribute.displayHint()));
        } else if (type instanceof TypeIr.Nest nest) {
            return attributes(family.attributeSet(nest.attributeSet()), depth - 1, MAX_ELEMENTS);
        } else if (type instanceof TypeIr.IndexedArray array) {
            return indexed(list(0, MAX_ELEMENTS, () -> value(attribute, array.element(), depth - 1)));
        } else if (type instanceof TypeIr.NestTypeValue levels) {
            List<Object> leaves =
                    list(1, attribute.multiple() ? 1 : MAX_ELEMENTS, () -> leaf(attribute, levels, depth));
            return leaves.size() == 1 ? leaves.get(0) : leaves;
        }
        return bytes(attribute.displayHint(), min(checks), max(checks, 20));
    }

    private Object word(TypeIr.Bitfield32 bits) {
        return bits.enumName().map(numbers::flags).orElseGet(() -> random.nextInt() & 0xffff_ffffL);
    }

    private Object indexed(List<Object> elements) {
        int first = random.nextInt(3);
        if (first == 1 || elements.isEmpty()) {
            return elements;
        }
        List<Object> numbered = new ArrayList<>();
        for (int i = 0; i < elements.size(); i++) {
            numbered.add(Map.of(Integer.toString(first + i), elements.get(i)));
        }
        return numbered;
    }

    private Object leaf(AttributeIr attribute, TypeIr.NestTypeValue levels, int depth) {
        boolean inline = levels.inner() instanceof TypeIr.Nest nest
                && levels.levels().stream()
                        .noneMatch(l -> family.attributeSet(nest.attributeSet())
                                .attribute(l)
                                .isPresent());
        Map<String, Object> joined = new LinkedHashMap<>();
        levels.levels().forEach(l -> joined.put(l, (long) random.nextInt(MAX_TYPE + 1)));
        Object inner = value(attribute, levels.inner(), depth - 1);
        if (inline && inner instanceof Map<?, ?> map) {
            map.forEach((k, v) -> joined.put(String.valueOf(k), v));
        } else {
            joined.put("value", inner);
        }
        return joined;
    }

    private Map<String, Object> struct(StructIr struct) {
        Map<String, Object> all = new LinkedHashMap<>();
        for (MemberIr member : struct.members()) {
            if (!(member.type() instanceof TypeIr.Pad)) {
                all.put(member.name(), member(member));
            }
        }
        return all;
    }

    private Object member(MemberIr member) {
        if (member.type() instanceof TypeIr.Scalar scalar) {
            return numbers.number(scalar, Checks.NONE, member.displayHint());
        } else if (member.type() instanceof TypeIr.Struct inner) {
            return struct(family.struct(inner.structName()));
        } else if (member.type() instanceof TypeIr.Text) {
            return text(0, member.size());
        }
        return bytes(member.displayHint(), member.size(), member.size());
    }

    private String text(int min, int max) {
        StringBuilder text = new StringBuilder();
        int length = between(min, max);
        while (text.length() < length) {
            text.append((char) (' ' + random.nextInt(95)));
        }
        return text.toString();
    }

    private int between(int min, int max) {
        return min + random.nextInt(Math.min(max, Math.max(min, 40)) - min + 1);
    }

    private String bytes(Optional<DisplayHint> hint, int min, int max) {
        int least = leastBytes(hint);
        byte[] bytes = new byte[between(Math.max(min, least), Math.max(max, least))];
        random.nextBytes(bytes);
        boolean ip = bytes.length == 4 || bytes.length == 16;
        return switch (hint.orElse(DisplayHint.HEX)) {
            case MAC ->
                bytes.length > 0 && bytes.length <= HardwareAddress.MAX_LENGTH
                        ? HardwareAddress.of(bytes).toString()
                        : HexFormat.of().formatHex(bytes);
            case IPV4, IPV6, IPV4_OR_V6 ->
                ip ? IpAddress.of(bytes).toString() : HexFormat.of().formatHex(bytes);
            case UUID ->
                bytes.length == 16
                        ? new UUID(
                                        ByteBuffer.wrap(bytes).getLong(),
                                        ByteBuffer.wrap(bytes).getLong(8))
                                .toString()
                        : HexFormat.of().formatHex(bytes);
            case HEX, FDDI -> HexFormat.of().formatHex(bytes);
        };
    }

    /** An address in part is refused as malformed. */
    private static int leastBytes(Optional<DisplayHint> hint) {
        return switch (hint.orElse(DisplayHint.HEX)) {
            case IPV4, IPV4_OR_V6 -> 4;
            case IPV6 -> 16;
            case HEX, MAC, FDDI, UUID -> 0;
        };
    }

    private void unknown(Map<String, Object> map, AttributeSetIr set) {
        int number = random.nextInt(MAX_TYPE + 1);
        if (random.nextInt(4) == 0 && set.attribute(number).isEmpty()) {
            String flags = random.nextBoolean() ? "" : random.nextBoolean() ? "/nested" : "/nested/net";
            map.put(number + flags, bytes(Optional.empty(), 0, 9));
        }
    }

    private static boolean isSelector(AttributeSetIr set, AttributeIr attribute) {
        return set.attributes().stream()
                .anyMatch(a -> a.type() instanceof TypeIr.SubMessage message
                        && message.selector().attribute().equals(attribute.name()));
    }

    private static boolean isNested(TypeIr type) {
        return type instanceof TypeIr.Nest
                || type instanceof TypeIr.IndexedArray
                || type instanceof TypeIr.NestTypeValue
                || type instanceof TypeIr.SubMessage;
    }

    private static int min(Checks checks) {
        return checks.exactLength().orElse(checks.minLength().orElse(0));
    }

    private static int max(Checks checks, int otherwise) {
        return checks.exactLength()
                .orElse(checks.maxLength()
                        .orElse(Math.max(otherwise, checks.minLength().orElse(0))));
    }
}
