package io.jnetlink.dynamic.map;

import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.FormatIr;
import io.jnetlink.spec.ir.StructIr;
import io.jnetlink.spec.ir.TypeIr;
import io.jnetlink.spec.ir.TypeVisitor;
import io.jnetlink.wire.AttributeCursor;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Reads one payload. Used once.
 *
 * @param decoder reads what is inside
 * @param spec the family
 * @param numbers the family's numbers
 * @param scope the list that it stands in
 * @param attribute whose hint holds
 * @param at where the payload starts
 * @param size how many bytes it has
 */
record PayloadDecoder(
        MapDecoder decoder,
        SpecIndex spec,
        NumberValues numbers,
        DecodeScope scope,
        AttributeIr attribute,
        int at,
        int size)
        implements TypeVisitor<Object> {

    private PayloadDecoder with(int offset, int length) {
        return new PayloadDecoder(decoder, spec, numbers, scope, attribute, offset, length);
    }

    private NetlinkBuffer buffer() {
        return scope.buffer();
    }

    @Override
    public Object scalar(TypeIr.Scalar type) {
        if (size == 0
                && attribute.requestType().filter(TypeIr.Flag.class::isInstance).isPresent()) {
            // The form that requests have.
            return true;
        }
        need(NumberFormat.of(type).minimumBytes());
        return numbers.read(type, attribute.displayHint(), buffer(), at, size);
    }

    @Override
    public Object bitfield32(TypeIr.Bitfield32 type) {
        need(2 * Integer.BYTES);
        Map<String, Object> words = new LinkedHashMap<>();
        words.put("value", word(type, at));
        words.put("selector", word(type, at + Integer.BYTES));
        return words;
    }

    private Object word(TypeIr.Bitfield32 type, int offset) {
        long word = buffer().u32(offset);
        return type.enumName()
                .map(name -> numbers.flags(spec.enumeration(name), word))
                .orElse(word);
    }

    @Override
    public Object flag(TypeIr.Flag type) {
        return true;
    }

    @Override
    public Object text(TypeIr.Text type) {
        return buffer().text(at, size);
    }

    @Override
    public Object binary(TypeIr.Binary type) {
        return HintedBytes.print(attribute.displayHint(), buffer().bytes(at, size));
    }

    @Override
    public Object struct(TypeIr.Struct type) {
        return decoder.struct(spec.struct(type.structName()), buffer(), at, size);
    }

    @Override
    public Object scalarArray(TypeIr.ScalarArray type) {
        int width = type.element().kind().bytes();
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i + width <= size; i += width) {
            elements.add(numbers.read(type.element(), attribute.displayHint(), buffer(), at + i, width));
        }
        return elements;
    }

    @Override
    public Object nest(TypeIr.Nest type) {
        DecodeScope inner = scope.inner(spec.set(type.attributeSet()), at, size);
        return inner.set().isOrdered() ? decoder.ordered(inner) : decoder.attributes(inner);
    }

    @Override
    public Object structArray(TypeIr.StructArray type) {
        StructIr struct = spec.struct(type.structName());
        List<Object> elements = new ArrayList<>();
        for (int i = 0; i + struct.size() <= size; i += struct.size()) {
            elements.add(decoder.struct(struct, buffer(), at + i, struct.size()));
        }
        return elements;
    }

    @Override
    public Object indexedArray(TypeIr.IndexedArray type) {
        List<Object> elements = new ArrayList<>();
        List<Object> indexed = new ArrayList<>();
        boolean counted = true;
        AttributeCursor cursor = new AttributeCursor().wrap(buffer(), at, size);
        while (cursor.next()) {
            Object element = inside(type.element(), cursor);
            elements.add(element);
            counted &= cursor.type() == elements.size();
            // The index stands beside the element only where it tells something.
            indexed.add(Map.of(Integer.toString(cursor.type()), element));
        }
        return counted ? elements : indexed;
    }

    @Override
    public Object nestTypeValue(TypeIr.NestTypeValue type) {
        List<Object> leaves = new ArrayList<>();
        addLeaves(type, new int[type.levels().size()], 0, at, size, leaves);
        return leaves.size() == 1 ? leaves.get(0) : leaves;
    }

    private void addLeaves(
            TypeIr.NestTypeValue type, int[] path, int level, int offset, int length, List<Object> leaves) {
        AttributeCursor cursor = new AttributeCursor().wrap(buffer(), offset, length);
        while (cursor.next()) {
            path[level] = cursor.type();
            if (level + 1 < path.length) {
                addLeaves(type, path, level + 1, cursor.payloadOffset(), cursor.payloadLength(), leaves);
            } else {
                leaves.add(new LeafForm(spec, type).join(path, inside(type.inner(), cursor)));
            }
        }
    }

    private Object inside(TypeIr type, AttributeCursor cursor) {
        try {
            return type.accept(with(cursor.payloadOffset(), cursor.payloadLength()));
        } catch (MalformedMessageException e) {
            throw e.inside(Integer.toString(cursor.type()));
        }
    }

    @Override
    public Object subMessage(TypeIr.SubMessage type) {
        Optional<FormatIr> format = scope.selector(type.selector().attribute(), spec)
                .flatMap(s -> Selectors.format(spec.subMessage(type.subMessageName()), s));
        if (format.isEmpty()) {
            return HintedBytes.hex(buffer().bytes(at, size));
        }
        return format(format.get());
    }

    private Object format(FormatIr format) {
        SpecIndex.AttributeIndex set = format.attributeSet().map(spec::set).orElse(null);
        if (format.fixedHeader().isEmpty() && set == null && size > 0) {
            return HintedBytes.hex(buffer().bytes(at, size));
        }
        Map<String, Object> fields = new LinkedHashMap<>();
        int taken = 0;
        if (format.fixedHeader().isPresent()) {
            StructIr header = spec.struct(format.fixedHeader().get());
            // Kernels grow such headers, so a shorter one is read as far as it goes, and nothing follows it.
            taken = Math.min(header.size() + 3 & ~3, size);
            fields.putAll(decoder.header(header, set, buffer(), at, taken));
        }
        if (set != null) {
            fields.putAll(decoder.attributes(scope.inner(set, at + taken, size - taken)));
        }
        return fields;
    }

    @Override
    public Object pad(TypeIr.Pad type) {
        return HintedBytes.hex(buffer().bytes(at, size));
    }

    @Override
    public Object unused(TypeIr.Unused type) {
        return HintedBytes.hex(buffer().bytes(at, size));
    }

    private void need(int minimum) {
        if (size < minimum) {
            throw new MalformedMessageException("expected " + minimum + " bytes, got " + size, at);
        }
    }
}
