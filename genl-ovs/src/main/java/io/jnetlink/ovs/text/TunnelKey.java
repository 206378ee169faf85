package io.jnetlink.ovs.text;

import java.nio.ByteOrder;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The outer headers of a packet that came through a tunnel, or is going to. Immutable. */
final class TunnelKey extends KeyCodec {

    private static final byte[] NOTHING = {};

    private final List<TunnelField> fields = List.of(
            new TunnelField("tun_id", TunnelNumbers.ID, tunnelId()),
            new TunnelField("src", TunnelNumbers.IPV4_SRC, AddressNotation.IPV4),
            new TunnelField("dst", TunnelNumbers.IPV4_DST, AddressNotation.IPV4),
            new TunnelField("ipv6_src", TunnelNumbers.IPV6_SRC, AddressNotation.IPV6),
            new TunnelField("ipv6_dst", TunnelNumbers.IPV6_DST, AddressNotation.IPV6),
            new TunnelField("tos", TunnelNumbers.TOS, NumberNotation.hex(1, ByteOrder.BIG_ENDIAN)),
            new TunnelField("ttl", TunnelNumbers.TTL, NumberNotation.decimal(1, ByteOrder.BIG_ENDIAN)),
            new TunnelField("tp_src", TunnelNumbers.TP_SRC, NumberNotation.decimal(2, ByteOrder.BIG_ENDIAN)),
            new TunnelField("tp_dst", TunnelNumbers.TP_DST, NumberNotation.decimal(2, ByteOrder.BIG_ENDIAN)));

    private final List<KeyCodec> options = List.of(
            new ErspanOption(),
            new VxlanOption(),
            new GeneveOption(),
            new StructKey(
                    "gtpu",
                    TunnelNumbers.GTPU_OPTS,
                    2,
                    FieldText.at(0, "flags", NumberNotation.hex(1, ByteOrder.BIG_ENDIAN)),
                    FieldText.at(1, "msgtype", NumberNotation.decimal(1, ByteOrder.BIG_ENDIAN))));

    TunnelKey() {
        super("tunnel", KeyNumbers.TUNNEL, ANY_LENGTH);
    }

    private static NumberNotation tunnelId() {
        return new NumberNotation(
                Long.BYTES, Long.SIZE, ByteOrder.BIG_ENDIAN, NumberStyle.PREFIXED_HEX, NumberStyle.HEX);
    }

    @Override
    boolean fits(byte[] value, byte @Nullable [] mask) {
        return true;
    }

    @Override
    boolean isNested() {
        return true;
    }

    @Override
    void parse(TextCursor in, KeyWriter out, TextContext context) {
        out.nest(attribute(), () -> {
            while (!in.looksAt(")")) {
                parsePiece(in, out, context);
                if (!in.skip(",") && !in.looksAt(")")) {
                    throw in.failure("\",\" or \")\"");
                }
            }
        });
    }

    private void parsePiece(TextCursor in, KeyWriter out, TextContext context) {
        if (in.skip("flags(")) {
            TunnelFlags.parse(in, out);
            in.expect(")");
            return;
        }
        for (TunnelField field : fields) {
            if (in.skip(field.name() + "=")) {
                field.parse(in, out);
                return;
            }
        }
        for (KeyCodec option : options) {
            if (in.skip(option.name() + "(")) {
                option.parse(in, out, context);
                in.expect(")");
                return;
            }
        }
        parseUnknown(in, out);
    }

    private void parseUnknown(TextCursor in, KeyWriter out) {
        int start = in.position();
        int number = GenericText.numberAt(in, "key");
        if (number < 0 || isKnown(number)) {
            throw in.failureAt(
                    start,
                    "tun_id=, src=, dst=, ipv6_src=, ipv6_dst=, tos=, ttl=, tp_src=, tp_dst=, erspan(, vxlan(gbp(,"
                            + " geneve(, gtpu(, flags( or \")\"");
        }
        in.expect("(");
        out.put(number, GenericText.masked(in));
        in.expect(")");
    }

    private boolean isKnown(int number) {
        return fields.stream().anyMatch(field -> field.attribute() == number)
                || options.stream().anyMatch(option -> option.attribute() == number)
                || TunnelFlags.isFlag(number);
    }

    @Override
    void format(StringBuilder out, byte[] value, byte @Nullable [] mask, TextContext context) {
        Attributes values = Attributes.of(value);
        Attributes masks = Attributes.of(mask == null ? NOTHING : mask);
        for (Attributes.Entry entry : values.entries()) {
            int type = entry.type();
            if (type != TunnelNumbers.PAD && !TunnelFlags.isFlag(type)) {
                byte[] counted = mask == null ? null : maskOf(masks, entry);
                formatPiece(out, type, entry.payload(), counted, context);
            }
        }
        TunnelFlags.format(out, values, mask == null ? null : masks, context.verbose());
        dropComma(out);
    }

    /** What has no mask beside others that have is a wildcard. */
    private static byte[] maskOf(Attributes masks, Attributes.Entry entry) {
        byte[] mask = masks.find(entry.type());
        return mask == null ? new byte[entry.payload().length] : mask;
    }

    private void formatPiece(StringBuilder out, int type, byte[] value, byte @Nullable [] mask, TextContext context) {
        for (TunnelField field : fields) {
            if (field.attribute() == type && field.fits(value, mask)) {
                field.format(out, MaskedBytes.of(value, mask), context.verbose());
                return;
            }
        }
        for (KeyCodec option : options) {
            if (option.attribute() == type && option.fits(value, mask)) {
                option.format(out.append(option.name()).append('('), value, mask, context);
                out.append("),");
                return;
            }
        }
        GenericText.append(out, "key", type, value, mask);
        out.append(',');
    }
}
