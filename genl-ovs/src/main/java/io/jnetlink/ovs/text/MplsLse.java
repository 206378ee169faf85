package io.jnetlink.ovs.text;

import java.util.LinkedHashMap;
import java.util.Map;

/** One entry of an MPLS label stack: {@code label=100,tc=0,ttl=64,bos=1}. */
final class MplsLse {

    static final BitField LABEL = new BitField(12, 20);
    static final BitField TRAFFIC_CLASS = new BitField(9, 3);
    static final BitField BOTTOM = new BitField(8, 1);
    static final BitField TTL = new BitField(0, 8);

    /** In the order of the text. */
    private static final Map<String, BitField> FIELDS = fields();

    private MplsLse() {}

    private static Map<String, BitField> fields() {
        Map<String, BitField> fields = new LinkedHashMap<>();
        fields.put("label", LABEL);
        fields.put("tc", TRAFFIC_CLASS);
        fields.put("ttl", TTL);
        fields.put("bos", BOTTOM);
        return fields;
    }

    /** The name of the field here, with {@code =} passed over. */
    static String nameAt(TextCursor in) {
        String word = in.peekWord();
        if (!FIELDS.containsKey(word)) {
            throw in.failure("label=, tc=, ttl=, bos= or \")\"");
        }
        in.advance(word.length());
        in.expect("=");
        return word;
    }

    static BitField field(String name) {
        return FIELDS.get(name);
    }

    /** Writes all fields without masks. */
    static void formatExact(StringBuilder out, MaskedBytes lse) {
        FIELDS.forEach((name, field) ->
                out.append(name).append('=').append(field.value(lse)).append(','));
        KeyCodec.dropComma(out);
    }

    /** Writes all fields with masks, those of label and ttl with {@code 0x} in front and the small ones without. */
    static void formatMasked(StringBuilder out, MaskedBytes lse) {
        FIELDS.forEach((name, field) -> {
            String prefix = field == LABEL || field == TTL ? "/0x" : "/";
            out.append(name).append('=').append(field.value(lse));
            out.append(prefix).append(Long.toHexString(field.mask(lse))).append(',');
        });
        KeyCodec.dropComma(out);
    }
}
