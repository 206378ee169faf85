package io.jnetlink.ovs.text;

import java.nio.ByteOrder;
import org.jspecify.annotations.Nullable;

/**
 * Metadata of an ERSPAN tunnel: {@code erspan(ver=1,idx=0x7)} or {@code erspan(ver=2,dir=1,hwid=0x7)}. Immutable.
 *
 * <p>A mask covers all of the struct but for the field that the text masks otherwise.
 */
final class ErspanOption extends KeyCodec {

    private static final int SIZE = 12;
    private static final int INDEX = 4;
    /** The last byte: identifier of the hardware in the upper four bits, direction in the next one. */
    private static final int LAST = 11;

    private static final BitField HARDWARE = new BitField(4, 4);
    private static final BitField DIRECTION = new BitField(3, 1);
    private static final BitField NUMBER = new BitField(0, 32);
    private static final BitField BYTE = new BitField(0, 8);

    ErspanOption() {
        super("erspan", TunnelNumbers.ERSPAN_OPTS, SIZE);
    }

    @Override
    void parse(TextCursor in, KeyWriter out, TextContext context) {
        MaskedBytes data = MaskedBytes.of(
                new byte[SIZE], MaskedBytes.of(new byte[SIZE], null).maskBytes());
        in.expect("ver=");
        int start = in.position();
        MaskedBytes version = MaskedBytes.zeros(1);
        BYTE.parse(in, version);
        boolean isExact = version.isExact();
        MaskedBytes versionField = data.slice(0, Integer.BYTES);
        versionField.put(
                BYTE.value(version), isExact ? versionField.ones() : BYTE.mask(version), ByteOrder.nativeOrder());
        switch ((int) BYTE.value(version)) {
            case 1 -> parseVersion1(in, data);
            case 2 -> parseVersion2(in, data);
            default -> throw in.failureAt(start, "version 1 or 2");
        }
        out.put(attribute(), data);
    }

    private static void parseVersion1(TextCursor in, MaskedBytes data) {
        NUMBER.put(data.slice(INDEX, Integer.BYTES), 0, 0);
        if (in.skip(",") && !in.looksAt(")")) {
            in.expect("idx=");
            NUMBER.parse(in, data.slice(INDEX, Integer.BYTES));
        }
    }

    private static void parseVersion2(TextCursor in, MaskedBytes data) {
        MaskedBytes last = data.slice(LAST, 1);
        DIRECTION.put(last, 0, 0);
        HARDWARE.put(last, 0, 0);
        while (in.skip(",")) {
            if (in.skip("dir=")) {
                DIRECTION.parse(in, last);
            } else if (in.skip("hwid=")) {
                HARDWARE.parse(in, last);
            } else if (!in.looksAt(")")) {
                throw in.failure("dir=, hwid= or \")\"");
            }
        }
    }

    @Override
    void format(StringBuilder out, byte[] value, byte @Nullable [] mask, TextContext context) {
        MaskedBytes data = MaskedBytes.of(value, mask);
        boolean verbose = context.verbose();
        MaskedBytes versionField = data.slice(0, Integer.BYTES);
        long version = versionField.value(ByteOrder.nativeOrder());
        long versionMask = versionField.mask(ByteOrder.nativeOrder()) & BYTE.ones();
        append(out, "ver", NumberStyle.DECIMAL, version, versionMask, versionMask == BYTE.ones(), verbose);
        if (version == 1) {
            NumberStyle.HEX.append(out.append("idx="), NUMBER.value(data.slice(INDEX, Integer.BYTES)));
            if (data.isMasked()) {
                NumberStyle.HEX.append(out.append('/'), NUMBER.mask(data.slice(INDEX, Integer.BYTES)));
            }
        } else if (version == 2) {
            MaskedBytes last = data.slice(LAST, 1);
            boolean isExact = !data.isMasked();
            append(out, "dir", NumberStyle.DECIMAL, DIRECTION.value(last), DIRECTION.mask(last), isExact, verbose);
            append(out, "hwid", NumberStyle.HEX, HARDWARE.value(last), HARDWARE.mask(last), isExact, verbose);
        }
        dropComma(out);
    }

    private static void append(
            StringBuilder out,
            String name,
            NumberStyle style,
            long value,
            long mask,
            boolean isExact,
            boolean verbose) {
        if (!verbose && !isExact && mask == 0) {
            return;
        }
        style.append(out.append(name).append('='), value);
        if (!isExact) {
            NumberStyle.HEX.append(out.append('/'), mask);
        }
        out.append(',');
    }
}
