package io.jnetlink.ovs.text;

import io.jnetlink.ovs.flow.KeyAttrs;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads and writes the keys of a flow, one behind the other. */
final class MatchText {

    private static final String GENERIC = "key";
    private static final String EMPTY = "<empty>";
    private static final byte[] NOTHING = {};

    private MatchText() {}

    /** Reads to the end of the text. */
    static FlowMatch parse(TextCursor in, TextContext context) {
        Optional<Ufid> ufid = Optional.empty();
        KeyWriter out = new KeyWriter();
        in.skipDelimiters();
        while (!in.atEnd() && !in.skip(EMPTY)) {
            if (Ufid.isNext(in)) {
                ufid = Optional.of(Ufid.readPrefixed(in));
            } else {
                parseKey(in, out, context.deeper());
            }
            in.skipDelimiters();
        }
        in.expectEnd();
        return new FlowMatch(
                ufid,
                keys(in, PacketType.asEthertype(out.key().toByteArray())),
                keys(in, PacketType.asEthertype(out.mask().toByteArray())));
    }

    private static KeyAttrs keys(TextCursor in, byte[] bytes) {
        if (bytes.length > Attributes.MAX_PAYLOAD) {
            throw in.failure("a match of at most " + Attributes.MAX_PAYLOAD + " bytes");
        }
        try {
            return KeyAttrs.decode(NetlinkBuffer.wrap(bytes), 0, bytes.length);
        } catch (MalformedMessageException e) {
            throw in.failure("attributes in their own form (" + e.getMessage() + ")");
        }
    }

    /** Reads keys up to {@code end}, which stays. */
    static void parseKeys(TextCursor in, String end, KeyWriter out, TextContext context) {
        in.skipDelimiters();
        while (!in.looksAt(end)) {
            parseKey(in, out, context.deeper());
            in.skipDelimiters();
        }
    }

    /** Reads one key with its name. */
    static void parseKey(TextCursor in, KeyWriter out, TextContext context) {
        context.checkDepth(in);
        String name = in.peekWord();
        KeyCodec codec = KeyTable.get().byName(name);
        if (codec != null) {
            in.advance(name.length());
            in.expect("(");
            codec.parse(in, out, context);
        } else {
            parseGeneric(in, out);
        }
        in.expect(")");
    }

    private static void parseGeneric(TextCursor in, KeyWriter out) {
        int start = in.position();
        int number = GenericText.numberAt(in, GENERIC);
        if (number < 0) {
            throw in.failureAt(start, "a key (" + KeyTable.get().names() + ")");
        }
        in.expect("(");
        MaskedBytes bytes = GenericText.masked(in);
        KeyCodec known = KeyTable.get().byNumber(number);
        if (known != null && !(known.isFixed() && known.fits(bytes.valueBytes(), bytes.maskBytes()))) {
            throw in.failureAt(start, known.name() + "(...), with " + known.lengthInWords());
        }
        out.put(number, bytes);
    }

    /**
     * Writes keys.
     *
     * @param mask null if all bits count
     */
    static void format(StringBuilder out, byte[] key, byte @Nullable [] mask, TextContext context) {
        if (key.length == 0) {
            out.append(EMPTY);
            return;
        }
        Attributes keys = Attributes.of(key);
        Attributes masks = mask == null ? null : Attributes.of(mask);
        int start = out.length();
        for (Attributes.Entry entry : keys.entries()) {
            appendKey(out, start, entry, masks, isEthernetImplied(keys, masks), context);
        }
        byte[] ethertype = masks == null ? null : masks.find(KeyNumbers.ETHERTYPE);
        if (!keys.has(KeyNumbers.ETHERTYPE) && ethertype != null && ethertype.length == Short.BYTES) {
            separate(out, start);
            out.append("eth_type(0/0x")
                    .append(Attributes.PLAIN.formatHex(ethertype))
                    .append(')');
        }
    }

    /** Whether a packet type that counts says already that packets start with an Ethernet header. */
    private static boolean isEthernetImplied(Attributes keys, @Nullable Attributes masks) {
        if (!keys.has(KeyNumbers.PACKET_TYPE)) {
            return false;
        }
        byte[] mask = masks == null ? null : masks.find(KeyNumbers.PACKET_TYPE);
        return masks == null || mask != null && !MaskedBytes.of(mask, mask).isWildcard();
    }

    private static void appendKey(
            StringBuilder out,
            int start,
            Attributes.Entry entry,
            @Nullable Attributes masks,
            boolean isEthernetImplied,
            TextContext context) {
        KeyCodec codec = KeyTable.get().byNumber(entry.type());
        byte[] mask = masks == null ? null : maskOf(masks, entry, codec);
        if (context.verbose() || codec == null || codec.isNested() || !isWildcard(codec, entry.payload(), mask)) {
            separate(out, start);
            formatKey(out, entry.type(), entry.payload(), mask, context.deeper());
        } else if (entry.type() == KeyNumbers.ETHERNET && !isEthernetImplied) {
            // Its mere presence says that packets start with an Ethernet header.
            separate(out, start);
            out.append("eth()");
        }
    }

    private static boolean isWildcard(KeyCodec codec, byte[] value, byte @Nullable [] mask) {
        return mask != null && codec.fits(value, mask) && codec.isWildcard(value, mask);
    }

    /** What has no mask beside others that have is a wildcard. */
    private static byte[] maskOf(Attributes masks, Attributes.Entry entry, @Nullable KeyCodec codec) {
        byte[] mask = masks.find(entry.type());
        if (mask != null) {
            return mask;
        }
        return codec != null && codec.isNested() ? NOTHING : new byte[entry.payload().length];
    }

    /** Writes one key with its name; as bytes if it has no name, another length, or is broken inside. */
    static void formatKey(StringBuilder out, int number, byte[] value, byte @Nullable [] mask, TextContext context) {
        KeyCodec codec = KeyTable.get().byNumber(number);
        int start = out.length();
        try {
            if (codec != null && !context.isTooDeep() && codec.fits(value, mask)) {
                codec.format(out.append(codec.name()).append('('), value, mask, context);
                out.append(')');
                return;
            }
        } catch (MalformedMessageException e) {
            out.setLength(start);
        }
        GenericText.append(out, GENERIC, number, value, mask);
    }

    private static void separate(StringBuilder out, int start) {
        if (out.length() > start) {
            out.append(',');
        }
    }
}
