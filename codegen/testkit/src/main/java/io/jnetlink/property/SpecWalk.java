package io.jnetlink.property;

import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.AttributeSetIr;
import io.jnetlink.spec.ir.EntryIr;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.FormatIr;
import io.jnetlink.spec.ir.TypeIr;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Walks the bytes of a message by its spec and notes every attribute, and every length that does not fit what is around it. It shares
 * no code with the decoders that it helps to test.
 *
 * <p>Not thread-safe; used once.
 */
final class SpecWalk {

    /** Deeper than anything that is drawn. */
    private static final int MAX_DEPTH = 64;

    private static final int TYPE = 2;

    private static final AttributeSetIr NAMELESS =
            new AttributeSetIr("", "", Optional.empty(), List.of(), Optional.empty());

    private final Family family;
    private final ByteBuffer bytes;
    private final List<Spot> spots = new ArrayList<>();
    private final List<Fault> faults = new ArrayList<>();

    private SpecWalk(Family family, byte[] bytes) {
        this.family = family;
        this.bytes = ByteBuffer.wrap(bytes).order(ByteOrder.nativeOrder());
    }

    /** Walks attributes from an offset to the end. */
    static SpecWalk over(Family family, AttributeSetIr set, byte[] bytes, int offset) {
        SpecWalk walk = new SpecWalk(family, bytes);
        walk.list(new Level(set, new Spot.Range(offset, bytes.length, List.of(), true), null), "");
        return walk;
    }

    /** All attributes, each before those inside it. */
    List<Spot> spots() {
        return spots;
    }

    /** Lengths that do not fit; behind one, its list is not read on. */
    List<Fault> faults() {
        return faults;
    }

    /** A list of attributes and the ones around it. */
    private record Level(
            AttributeSetIr set, Spot.Range range, @Nullable Level outer) {
        int depth() {
            return outer == null ? 0 : outer.depth() + 1;
        }
    }

    private void list(Level level, String path) {
        for (Spot spot : framed(level.range(), path)) {
            int number = type(spot.offset());
            Optional<AttributeIr> known = level.set().attribute(number);
            String name = joined(path, known.map(AttributeIr::name).orElse(Integer.toString(number)));
            Spot named = new Spot(
                    level.set(),
                    known.orElse(null),
                    known.map(a -> form(a, spot)).orElse(new TypeIr.Binary()),
                    false,
                    level.range(),
                    spot.offset(),
                    spot.length(),
                    name);
            spots.add(named);
            inside(level, named);
        }
    }

    private void elements(Level level, Spot array, TypeIr element, boolean isJudged, int levels) {
        List<Integer> around = new ArrayList<>(array.list().around());
        around.add(array.offset());
        Spot.Range range = new Spot.Range(array.payload(), array.payload() + array.payloadLength(), around, isJudged);
        for (Spot spot : framed(range, array.path())) {
            Spot named = new Spot(
                    NAMELESS,
                    array.attribute(),
                    levels > 0 ? new TypeIr.IndexedArray(element) : element,
                    true,
                    range,
                    spot.offset(),
                    spot.length(),
                    joined(array.path(), Integer.toString(type(spot.offset()))));
            spots.add(named);
            if (levels > 0) {
                elements(level, named, element, false, levels - 1);
            } else {
                inside(level, named);
            }
        }
    }

    private void inside(Level level, Spot spot) {
        boolean isJudged = spot.list().isJudged();
        if (level.depth() > MAX_DEPTH) {
            return;
        } else if (spot.type() instanceof TypeIr.Nest nest) {
            nested(level, spot, family.attributeSet(nest.attributeSet()), 0);
        } else if (spot.type() instanceof TypeIr.IndexedArray array) {
            elements(level, spot, array.element(), isJudged, 0);
        } else if (spot.type() instanceof TypeIr.NestTypeValue leveled) {
            elements(level, spot, leveled.inner(), false, leveled.levels().size() - 1);
        } else if (spot.type() instanceof TypeIr.SubMessage message) {
            format(level, message).ifPresent(f -> {
                int header = f.fixedHeader().map(h -> family.struct(h).size()).orElse(0);
                if (f.attributeSet().isPresent() && spot.payloadLength() > header) {
                    nested(level, spot, family.attributeSet(f.attributeSet().get()), AttributeBytes.aligned(header));
                }
            });
        }
    }

    private void nested(Level level, Spot spot, AttributeSetIr set, int skipped) {
        List<Integer> around = new ArrayList<>(spot.list().around());
        around.add(spot.offset());
        int end = spot.payload() + spot.payloadLength();
        Spot.Range range = new Spot.Range(
                Math.min(spot.payload() + skipped, end),
                end,
                around,
                spot.list().isJudged());
        list(new Level(set, range, level), spot.path());
    }

    /** The attributes of a list, without names. */
    private List<Spot> framed(Spot.Range range, String path) {
        List<Spot> framed = new ArrayList<>();
        int at = range.start();
        while (range.end() - at >= AttributeBytes.HEADER) {
            int length = bytes.getShort(at) & 0xffff;
            if (length < AttributeBytes.HEADER) {
                fault(MalformedKind.UNDERSIZED, path, at, "attribute " + type(at) + " claims " + length + " bytes");
                return framed;
            }
            if (length > range.end() - at) {
                MalformedKind kind = range.isOutermost() ? MalformedKind.OVERLONG : MalformedKind.WRONG_NESTING;
                String text = "attribute %d claims %d bytes of %d".formatted(type(at), length, range.end() - at);
                fault(kind, path, at, text);
                return framed;
            }
            framed.add(new Spot(NAMELESS, null, new TypeIr.Binary(), false, range, at, length, path));
            at = framed.get(framed.size() - 1).next();
        }
        if (at < range.end()) {
            fault(MalformedKind.TRAILING_BYTES, path, at, range.end() - at + " bytes behind the last attribute");
        }
        return framed;
    }

    private void fault(MalformedKind kind, String path, int at, String text) {
        faults.add(new Fault(kind, path, at, text));
    }

    /** The form of an attribute that is sent in another than it is answered in, by its length. */
    private static TypeIr form(AttributeIr attribute, Spot spot) {
        TypeIr answered = attribute.type();
        boolean isAnswer = !(answered instanceof TypeIr.Scalar scalar)
                || scalar.kind().variableWidth()
                || spot.payloadLength() == scalar.kind().bytes();
        return isAnswer ? answered : attribute.sentType();
    }

    private Optional<FormatIr> format(Level level, TypeIr.SubMessage message) {
        return value(level, message.selector().attribute())
                .flatMap(v -> family.subMessage(message.subMessageName()).format(v));
    }

    /** The value of a selector, from the nearest list whose set defines it. */
    private Optional<String> value(Level level, String selector) {
        Optional<AttributeIr> defined = level.set().attribute(selector);
        if (defined.isEmpty()) {
            return level.outer() == null ? Optional.empty() : value(level.outer(), selector);
        }
        // The last one counts.
        Optional<String> value = Optional.empty();
        for (Spot spot : new SpecWalk(family, bytes.array()).framed(level.range(), "")) {
            if (type(spot.offset()) == defined.get().number()) {
                value = value(defined.get().type(), spot);
            }
        }
        return value;
    }

    private Optional<String> value(TypeIr type, Spot spot) {
        if (!(type instanceof TypeIr.Scalar scalar)) {
            String text = new String(bytes.array(), spot.payload(), spot.payloadLength(), StandardCharsets.UTF_8);
            return Optional.of(text.indexOf('\0') < 0 ? text : text.substring(0, text.indexOf('\0')));
        }
        if (spot.payloadLength() < Math.min(scalar.kind().bytes(), Integer.BYTES)) {
            return Optional.empty();
        }
        int width = Math.min(scalar.kind().bytes(), spot.payloadLength());
        long number = NumberBytes.read(scalar, bytes.array(), spot.payload(), width);
        return scalar.enumName()
                .flatMap(e -> family.enumeration(e).entries().stream()
                        .filter(entry -> entry.value() == number)
                        .map(EntryIr::name)
                        .findFirst());
    }

    private int type(int at) {
        return bytes.getShort(at + TYPE) & AttributeBytes.MAX_NUMBER;
    }

    private static String joined(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }
}
