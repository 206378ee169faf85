package io.jnetlink.ovs.text;

import io.jnetlink.ovs.flow.ActionAttrs;
import io.jnetlink.wire.MessageWriter;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Adds a network service header: {@code push_nsh(flags=0,ttl=63,mdtype=1,np=3,spi=0x1,si=255,c1=0x1)}, or with
 * {@code mdtype=2} and {@code md2=0x…} in place of the words. Immutable.
 */
final class PushNshAction extends ActionCodec {

    private static final int WORD = 4;
    private static final int MAX_METADATA = 248;
    private static final String METADATA = "md2=0x";

    PushNshAction() {
        super("push_nsh", ActionAttrs.PUSH_NSH, ANY_LENGTH);
    }

    @Override
    boolean fits(byte[] payload) {
        byte[] header = Attributes.of(payload).find(KeyNumbers.NSH);
        if (header == null) {
            return false;
        }
        Attributes parts = Attributes.of(header);
        byte[] base = parts.find(NshHeader.BASE);
        byte[] words = parts.find(NshHeader.MD1);
        return base != null
                && base.length == NshHeader.BASE_SIZE
                && (words == null || words.length == NshHeader.MD1_SIZE);
    }

    @Override
    void parse(TextCursor in, MessageWriter out, TextContext context) {
        in.expect("(");
        MaskedBytes header = NshHeader.pushed();
        byte[] metadata = null;
        while (!in.looksAt(")")) {
            if (in.skip(METADATA)) {
                metadata = metadata(in);
            } else {
                NshHeader.parseField(in, header);
            }
            if (!in.skip(",") && !in.looksAt(")")) {
                throw in.failure("\",\" or \")\"");
            }
        }
        checkType(in, header, metadata);
        in.expect(")");
        put(out, header, metadata);
    }

    private static byte[] metadata(TextCursor in) {
        int start = in.position();
        byte[] bytes = GenericText.bytes(in);
        if (bytes.length > MAX_METADATA) {
            throw in.failureAt(start, "metadata of at most " + MAX_METADATA + " bytes");
        }
        return Arrays.copyOf(bytes, (bytes.length + WORD - 1) / WORD * WORD);
    }

    private static void checkType(TextCursor in, MaskedBytes header, byte @Nullable [] metadata) {
        int type = NshHeader.metadataType(header);
        if (type != 1 && type != 2) {
            throw in.failure("mdtype 1 or 2");
        }
        if ((type == 1) == (metadata != null)) {
            throw in.failure(type == 1 ? "c1= to c4= with mdtype=1" : "md2=0x with mdtype=2");
        }
    }

    private void put(MessageWriter out, MaskedBytes header, byte @Nullable [] metadata) {
        int action = out.begin(attribute());
        int nest = out.begin(KeyNumbers.NSH);
        out.putBytes(NshHeader.BASE, NshHeader.base(header).valueBytes());
        if (metadata == null) {
            out.putBytes(NshHeader.MD1, NshHeader.metadata(header).valueBytes());
        } else {
            out.putBytes(NshHeader.MD2, metadata);
        }
        out.end(nest);
        out.end(action);
    }

    @Override
    void format(StringBuilder out, byte[] payload, TextContext context) {
        Attributes parts = Attributes.of(Attributes.of(payload).entries().get(0).payload());
        byte[] header = Arrays.copyOf(bytes(parts, NshHeader.BASE), NshHeader.SIZE);
        byte[] words = bytes(parts, NshHeader.MD1);
        System.arraycopy(words, 0, header, NshHeader.BASE_SIZE, words.length);
        NshHeader.format(out.append("push_nsh("), MaskedBytes.of(header, null));
        if (parts.has(NshHeader.MD2)) {
            out.append(',').append(METADATA).append(Attributes.PLAIN.formatHex(bytes(parts, NshHeader.MD2)));
        }
        out.append(')');
    }

    private static byte[] bytes(Attributes parts, int type) {
        byte[] found = parts.find(type);
        return found == null ? new byte[0] : found;
    }
}
