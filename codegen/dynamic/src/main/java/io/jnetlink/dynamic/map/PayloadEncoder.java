package io.jnetlink.dynamic.map;

import io.jnetlink.message.FieldCheck;
import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.Checks;
import io.jnetlink.spec.ir.FormatIr;
import io.jnetlink.spec.ir.ScalarKind;
import io.jnetlink.spec.ir.StructIr;
import io.jnetlink.spec.ir.SubMessageIr;
import io.jnetlink.spec.ir.TypeIr;
import io.jnetlink.spec.ir.TypeVisitor;
import io.jnetlink.spec.ir.WireOrder;
import io.jnetlink.wire.AttributeHeader;
import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.Collection;
import java.util.List;
import java.util.Map;

/**
 * Writes one attribute. Used once.
 *
 * @param encoder writes what is inside
 * @param spec the family
 * @param numbers the family's numbers
 * @param out where to
 * @param scope the list that it stands in
 * @param attribute whose checks, hint and wire rules hold
 * @param number type on the wire: the attribute's own, an index, or a level
 * @param value what is written
 */
record PayloadEncoder(
        MapEncoder encoder,
        SpecIndex spec,
        NumberValues numbers,
        MessageWriter out,
        EncodeScope scope,
        AttributeIr attribute,
        int number,
        Object value)
        implements TypeVisitor<MessageWriter> {

    private static final NumberFormat WORD = new NumberFormat(ScalarKind.U32, WireOrder.HOST);

    private PayloadEncoder with(int type, Object inner) {
        return new PayloadEncoder(encoder, spec, numbers, out, scope, attribute, type, inner);
    }

    private String field() {
        return scope.set().fieldName(attribute);
    }

    @Override
    public MessageWriter scalar(TypeIr.Scalar type) {
        NumberFormat format = NumberFormat.of(type);
        long word = numbers.parse(field(), type, attribute.displayHint(), value);
        checkNumber(format, word);
        format.put(out, number, word);
        return out;
    }

    private void checkNumber(NumberFormat format, long word) {
        Checks checks = attribute.checks();
        long min = checks.min().orElse(format.min());
        long max = checks.max().orElse(format.max());
        if (format.isUnsignedLong()) {
            FieldCheck.unsigned(field(), word, min, max);
        } else {
            FieldCheck.range(field(), word, min, max);
        }
        checks.flagsMask()
                .ifPresent(mask ->
                        FieldCheck.bits(field(), word, spec.enumeration(mask).allBits()));
    }

    @Override
    public MessageWriter bitfield32(TypeIr.Bitfield32 type) {
        Map<String, ?> words = MapShape.map(field(), value);
        long bits = word(type, words, "value");
        long selector = word(type, words, "selector");
        int mark = out.begin(number);
        int at = out.appendZeros(2 * Integer.BYTES);
        out.buffer().putU32(at, bits);
        out.buffer().putU32(at + Integer.BYTES, selector);
        out.end(mark);
        return out;
    }

    private long word(TypeIr.Bitfield32 type, Map<String, ?> words, String name) {
        Object given = words.get(name);
        if (given == null) {
            throw new InvalidFieldException(field(), value, "must have value and selector");
        }
        long word = type.enumName().isPresent()
                ? numbers.parseFlags(field(), spec.enumeration(type.enumName().get()), WORD, given)
                : NumberValues.parsePlain(field(), WORD, given);
        FieldCheck.range(field() + "." + name, word, WORD.min(), WORD.max());
        return word;
    }

    @Override
    public MessageWriter flag(TypeIr.Flag type) {
        boolean on = value instanceof Number n ? n.longValue() != 0 : !value.equals(false) && !value.equals("false");
        if (on) {
            out.putFlag(number);
        }
        return out;
    }

    @Override
    public MessageWriter text(TypeIr.Text type) {
        if (value instanceof Collection || value instanceof Map) {
            throw new InvalidFieldException(field(), value, "must be text");
        }
        String text = value.toString();
        Checks checks = attribute.checks();
        int exact = checks.exactLength().orElse(-1);
        FieldCheck.text(
                field(),
                text,
                exact >= 0 ? exact : checks.minLength().orElse(0),
                exact >= 0 ? exact : checks.maxLength().orElse(Integer.MAX_VALUE));
        out.putText(number, text, attribute.terminated());
        return out;
    }

    @Override
    public MessageWriter binary(TypeIr.Binary type) {
        byte[] bytes = HintedBytes.parse(field(), attribute.displayHint(), value);
        checkLength(bytes.length);
        out.putBytes(number, bytes);
        return out;
    }

    private void checkLength(int length) {
        Checks checks = attribute.checks();
        int exact = checks.exactLength().orElse(-1);
        FieldCheck.length(
                field(),
                length,
                exact >= 0 ? exact : checks.minLength().orElse(0),
                exact >= 0 ? exact : checks.maxLength().orElse(Integer.MAX_VALUE));
    }

    @Override
    public MessageWriter struct(TypeIr.Struct type) {
        if (isRaw(value)) {
            out.putBytes(number, HintedBytes.parse(field(), attribute.displayHint(), value));
            return out;
        }
        int mark = out.begin(number);
        encoder.struct(out, spec.struct(type.structName()), MapShape.map(field(), value));
        out.end(mark);
        return out;
    }

    @Override
    public MessageWriter scalarArray(TypeIr.ScalarArray type) {
        if (isRaw(value)) {
            return binary(new TypeIr.Binary());
        }
        Collection<?> elements = MapShape.list(field(), value);
        NumberFormat format = NumberFormat.of(type.element());
        int width = format.kind().bytes();
        NetlinkBuffer packed = NetlinkBuffer.allocate(elements.size() * width);
        int at = 0;
        for (Object element : elements) {
            format.putAt(packed, at, numbers.parse(field(), type.element(), attribute.displayHint(), element));
            at += width;
        }
        checkLength(at);
        out.putBytes(number, packed, 0, at);
        return out;
    }

    @Override
    public MessageWriter nest(TypeIr.Nest type) {
        int mark = begin(number, true);
        SpecIndex.AttributeIndex set = spec.set(type.attributeSet());
        // A list of maps keeps the order of different attributes; one map is enough where it does not count.
        Collection<?> parts = set.isOrdered() ? MapShape.listOrOne(value) : List.of(value);
        for (Object part : parts) {
            encoder.attributes(out, scope.inner(set, MapShape.map(field(), part)));
        }
        out.end(mark);
        return out;
    }

    @Override
    public MessageWriter structArray(TypeIr.StructArray type) {
        if (isRaw(value)) {
            out.putBytes(number, HintedBytes.parse(field(), attribute.displayHint(), value));
            return out;
        }
        int mark = out.begin(number);
        for (Object element : MapShape.list(field(), value)) {
            encoder.struct(out, spec.struct(type.structName()), MapShape.map(field(), element));
        }
        out.end(mark);
        return out;
    }

    @Override
    public MessageWriter indexedArray(TypeIr.IndexedArray type) {
        int mark = begin(number, true);
        int index = 1;
        for (Object element : MapShape.list(field(), value)) {
            IndexedElement indexed = IndexedElement.of(type.element(), element, index);
            type.element().accept(with(indexed.index(), indexed.value()));
            index = indexed.index() + 1;
        }
        out.end(mark);
        return out;
    }

    @Override
    public MessageWriter nestTypeValue(TypeIr.NestTypeValue type) {
        int mark = begin(number, true);
        for (Object leaf : MapShape.listOrOne(value)) {
            leaf(type, MapShape.map(field(), leaf));
        }
        out.end(mark);
        return out;
    }

    private void leaf(TypeIr.NestTypeValue type, Map<String, ?> joined) {
        Object inner = new LeafForm(spec, type).leaf(joined);
        int last = type.levels().size() - 1;
        int[] path = new int[last + 1];
        for (int i = 0; i <= last; i++) {
            String level = type.levels().get(i);
            Object given = joined.get(level);
            if (given == null || inner == null) {
                throw new InvalidFieldException(
                        field(), joined, "must have " + String.join(", ", type.levels()) + " and a value");
            }
            long levelNumber = NumberValues.parsePlain(field() + "." + level, WORD, given);
            FieldCheck.range(field() + "." + level, levelNumber, 0, AttributeHeader.TYPE_MASK);
            path[i] = (int) levelNumber;
        }
        int[] marks = new int[last];
        for (int i = 0; i < last; i++) {
            marks[i] = begin(path[i], true);
        }
        type.inner().accept(with(path[last], inner));
        for (int i = last - 1; i >= 0; i--) {
            out.end(marks[i]);
        }
    }

    @Override
    public MessageWriter subMessage(TypeIr.SubMessage type) {
        if (isRaw(value)) {
            return binary(new TypeIr.Binary());
        }
        FormatIr format = format(type);
        Map<String, ?> fields = MapShape.map(field(), value);
        // Behind a struct the payload is no list of attributes, which is what the bit would claim.
        boolean attributesOnly =
                format.fixedHeader().isEmpty() && format.attributeSet().isPresent();
        int mark = begin(number, attributesOnly);
        SpecIndex.AttributeIndex set = format.attributeSet().map(spec::set).orElse(null);
        if (format.fixedHeader().isPresent()) {
            StructIr header = spec.struct(format.fixedHeader().get());
            fields = encoder.header(out, header, set, fields);
        } else if (set == null && !fields.isEmpty()) {
            throw new InvalidFieldException(field(), value, "must be empty for format " + format.value());
        }
        if (set != null) {
            encoder.attributes(out, scope.inner(set, fields));
        }
        out.end(mark);
        return out;
    }

    private FormatIr format(TypeIr.SubMessage type) {
        String selector = type.selector().attribute();
        SubMessageIr formats = spec.subMessage(type.subMessageName());
        String chosen = scope.selector(selector, numbers, spec)
                .orElseThrow(() ->
                        new InvalidFieldException(field(), "a map alone", "must have " + selector + " beside it"));
        return Selectors.format(formats, chosen)
                .orElseThrow(() -> new InvalidFieldException(
                        field(),
                        "a map",
                        "must be hexadecimal digits, since " + formats.name() + " has no format " + chosen
                                + NearMiss.hint(
                                        chosen,
                                        formats.formats().stream()
                                                .map(FormatIr::value)
                                                .toList())));
    }

    @Override
    public MessageWriter pad(TypeIr.Pad type) {
        throw new InvalidFieldException(field(), value, "is filler and cannot be sent");
    }

    @Override
    public MessageWriter unused(TypeIr.Unused type) {
        out.putBytes(number, HintedBytes.parse(field(), attribute.displayHint(), value));
        return out;
    }

    private int begin(int type, boolean attributes) {
        return out.begin(attributes && attribute.nestFlag() ? type | AttributeHeader.NESTED : type);
    }

    private static boolean isRaw(Object value) {
        return value instanceof CharSequence || value instanceof byte[];
    }
}
