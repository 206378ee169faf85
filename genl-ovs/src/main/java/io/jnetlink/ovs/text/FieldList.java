package io.jnetlink.ovs.text;

import java.util.List;
import java.util.stream.Collectors;

/** Fields of a key, read in any order as {@code name=value} pieces. Immutable. */
final class FieldList {

    private final List<FieldText> fields;

    FieldList(List<FieldText> fields) {
        this.fields = List.copyOf(fields);
    }

    /** Reads up to a closing parenthesis, which stays; fields that do not stand there stay wildcards. */
    void parse(TextCursor in, MaskedBytes into) {
        while (!in.looksAt(")")) {
            FieldText field = fieldAt(in);
            field.notation().parse(in, field.in(into));
            if (!in.skip(",") && !in.looksAt(")")) {
                throw in.failure("\",\" or \")\"");
            }
        }
    }

    /** Reads one field, which has no mask. */
    void parseExact(TextCursor in, MaskedBytes into) {
        FieldText field = fieldAt(in);
        int start = in.position();
        field.notation().parse(in, field.in(into));
        if (!field.in(into).isExact()) {
            throw in.failureAt(start, "a value without a mask");
        }
    }

    private FieldText fieldAt(TextCursor in) {
        String word = in.peekWord();
        for (FieldText field : fields) {
            if (field.isNamed(word)) {
                in.advance(word.length());
                in.expect("=");
                return field;
            }
        }
        throw in.failure(
                fields.stream().map(field -> field.name() + "=").collect(Collectors.joining(", ")) + " or \")\"");
    }

    /** Writes the fields that are shown. */
    void format(StringBuilder out, MaskedBytes from, boolean verbose) {
        for (FieldText field : fields) {
            field.format(out, from, verbose);
        }
        KeyCodec.dropComma(out);
    }

    /** Whether no bit of any field counts; padding between them is passed over. */
    boolean isWildcard(MaskedBytes payload) {
        return fields.stream().allMatch(field -> field.notation().isWildcard(field.in(payload)));
    }
}
