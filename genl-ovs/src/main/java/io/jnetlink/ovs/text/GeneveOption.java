package io.jnetlink.ovs.text;

import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/** Options of a Geneve tunnel: {@code geneve({class=0xffff,type=0x80,len=4,0xa}{…})}. Immutable. */
final class GeneveOption extends KeyCodec {

    private static final int HEADER = 4;
    private static final int CLASS = 0;
    private static final int TYPE = 2;
    private static final int LENGTH = 3;
    private static final int WORD = 4;
    private static final int MAX_DATA = 124;
    private static final int MAX_OPTIONS = 252;

    /** Length of the data in words. */
    private static final BitField WORDS = new BitField(0, 5);

    private static final NumberNotation CLASS_TEXT = NumberNotation.hex(2, ByteOrder.BIG_ENDIAN);
    private static final NumberNotation TYPE_TEXT = NumberNotation.hex(1, ByteOrder.BIG_ENDIAN);

    GeneveOption() {
        super("geneve", TunnelNumbers.GENEVE_OPTS, ANY_LENGTH);
    }

    @Override
    boolean fits(byte[] value, byte @Nullable [] mask) {
        return super.fits(value, mask) && endsTogether(value);
    }

    /** Whether the lengths of the options add up to all there is. */
    private static boolean endsTogether(byte[] options) {
        int at = 0;
        while (at + HEADER <= options.length) {
            at += HEADER + dataLength(options, at);
        }
        return at == options.length;
    }

    private static int dataLength(byte[] options, int at) {
        return WORD * (options[at + LENGTH] & (int) WORDS.ones());
    }

    @Override
    void parse(TextCursor in, KeyWriter out, TextContext context) {
        ByteArrayOutputStream values = new ByteArrayOutputStream();
        ByteArrayOutputStream masks = new ByteArrayOutputStream();
        while (!in.looksAt(")")) {
            int start = in.position();
            MaskedBytes option = option(in);
            values.writeBytes(option.valueBytes());
            masks.writeBytes(option.maskBytes());
            if (values.size() > MAX_OPTIONS) {
                throw in.failureAt(start, "options of at most " + MAX_OPTIONS + " bytes in all");
            }
        }
        out.put(attribute(), MaskedBytes.of(values.toByteArray(), masks.toByteArray()));
    }

    private static MaskedBytes option(TextCursor in) {
        in.expect("{");
        MaskedBytes header = MaskedBytes.zeros(HEADER);
        if (in.skip("class=")) {
            CLASS_TEXT.parse(in, header.slice(CLASS, 2));
            in.skip(",");
        }
        if (in.skip("type=")) {
            TYPE_TEXT.parse(in, header.slice(TYPE, 1));
            in.skip(",");
        }
        int length = in.skip("len=") ? length(in, header.slice(LENGTH, 1)) : 0;
        MaskedBytes data = data(in, length);
        if (!in.skip("}")) {
            throw in.failure("class=, type=, len=, the data or \"}\", in this order");
        }
        MaskedBytes option = MaskedBytes.zeros(HEADER + length);
        option.slice(0, HEADER).put(header.valueBytes(), header.maskBytes());
        option.slice(HEADER, length).put(data.valueBytes(), data.maskBytes());
        return option;
    }

    /** Reads the length in bytes; its mask covers the words. */
    private static int length(TextCursor in, MaskedBytes into) {
        int start = in.position();
        long length = in.number(Byte.SIZE);
        if (length > MAX_DATA || length % WORD != 0) {
            throw in.failureAt(start, "a length of 0, 4, 8 and so on up to " + MAX_DATA);
        }
        long mask = in.skip("/") ? in.number(Byte.SIZE) : WORDS.ones();
        WORDS.put(into, length / WORD, mask & WORDS.ones());
        return (int) length;
    }

    private static MaskedBytes data(TextCursor in, int length) {
        MaskedBytes data = MaskedBytes.of(
                new byte[length], MaskedBytes.of(new byte[length], null).maskBytes());
        if (in.skip(",") && !in.looksAt("}")) {
            new HexNotation(length, ByteOrder.BIG_ENDIAN).parse(in, data);
        }
        return data;
    }

    @Override
    void format(StringBuilder out, byte[] value, byte @Nullable [] mask, TextContext context) {
        MaskedBytes all = MaskedBytes.of(value, mask);
        int at = 0;
        while (at < value.length) {
            int length = dataLength(value, at);
            formatOption(out, all.slice(at, HEADER), all.slice(at + HEADER, length), context.verbose());
            at += HEADER + length;
        }
    }

    private static void formatOption(StringBuilder out, MaskedBytes header, MaskedBytes data, boolean verbose) {
        out.append('{');
        FieldText.at(CLASS, "class", CLASS_TEXT).format(out, header, verbose);
        FieldText.at(TYPE, "type", TYPE_TEXT).format(out, header, verbose);
        boolean hasData = data.length() > 0 && (verbose || !data.isWildcard());
        formatLength(out, header.slice(LENGTH, 1), verbose || hasData);
        if (hasData) {
            new HexNotation(data.length(), ByteOrder.BIG_ENDIAN).format(out, data);
        }
        dropComma(out);
        out.append('}');
    }

    private static void formatLength(StringBuilder out, MaskedBytes length, boolean isNeeded) {
        if (isNeeded || WORDS.mask(length) != 0) {
            out.append("len=").append(WORD * WORDS.value(length));
            if (!WORDS.isExact(length)) {
                NumberStyle.HEX.append(out.append('/'), WORDS.mask(length));
            }
            out.append(',');
        }
    }
}
