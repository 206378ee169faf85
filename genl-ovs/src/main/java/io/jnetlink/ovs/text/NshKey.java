package io.jnetlink.ovs.text;

import org.jspecify.annotations.Nullable;

/** The key of a network service header. Immutable. */
final class NshKey extends KeyCodec {

    NshKey() {
        super("nsh", KeyNumbers.NSH, ANY_LENGTH);
    }

    @Override
    boolean fits(byte[] value, byte @Nullable [] mask) {
        return header(value) != null && (mask == null || mask.length == 0 || header(mask) != null);
    }

    @Override
    boolean isNested() {
        return true;
    }

    @Override
    void parse(TextCursor in, KeyWriter out, TextContext context) {
        MaskedBytes header = NshHeader.parse(in);
        out.nest(attribute(), () -> {
            out.put(NshHeader.BASE, NshHeader.base(header));
            if (NshHeader.hasMetadata(header)) {
                out.put(NshHeader.MD1, NshHeader.metadata(header));
            }
        });
    }

    @Override
    void format(StringBuilder out, byte[] value, byte @Nullable [] mask, TextContext context) {
        byte[] masks = mask == null ? null : header(mask);
        NshHeader.format(out, MaskedBytes.of(header(value), masks));
    }

    /** The pieces one behind the other, zeros for those that are missing; null if one has another length. */
    private static byte @Nullable [] header(byte[] nest) {
        byte[] header = new byte[NshHeader.SIZE];
        for (Attributes.Entry entry : Attributes.of(nest).entries()) {
            boolean isBase = entry.type() == NshHeader.BASE;
            int size = isBase ? NshHeader.BASE_SIZE : NshHeader.MD1_SIZE;
            if (!isBase && entry.type() != NshHeader.MD1 || entry.payload().length != size) {
                return null;
            }
            System.arraycopy(entry.payload(), 0, header, isBase ? 0 : NshHeader.BASE_SIZE, size);
        }
        return header;
    }
}
