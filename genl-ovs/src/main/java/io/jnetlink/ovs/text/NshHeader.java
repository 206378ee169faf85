package io.jnetlink.ovs.text;

import java.util.List;
import java.util.stream.Stream;

/**
 * A network service header as text, and where its pieces stand: the base, and behind it the four words of metadata of
 * type 1.
 */
final class NshHeader {

    static final int BASE = 1;
    static final int MD1 = 2;
    static final int MD2 = 3;
    static final int BASE_SIZE = 8;
    static final int MD1_SIZE = 16;
    static final int SIZE = BASE_SIZE + MD1_SIZE;

    private static final int TTL_AT = 1;
    private static final int TYPE_AT = 2;
    private static final int PROTOCOL_AT = 3;
    private static final int INDEX_AT = 7;

    private static final List<FieldText> BASE_FIELDS = List.of(
            FieldText.at(0, "flags", NshNotation.octet()),
            FieldText.at(TTL_AT, "ttl", NshNotation.octet()),
            FieldText.at(TYPE_AT, "mdtype", NshNotation.octet()),
            FieldText.at(PROTOCOL_AT, "np", NshNotation.octet()),
            FieldText.at(4, "spi", NshNotation.word(3)),
            FieldText.at(INDEX_AT, "si", NshNotation.octet()));

    private static final List<FieldText> METADATA_FIELDS = List.of(
            FieldText.at(8, "c1", NshNotation.word(4)),
            FieldText.at(12, "c2", NshNotation.word(4)),
            FieldText.at(16, "c3", NshNotation.word(4)),
            FieldText.at(20, "c4", NshNotation.word(4)));

    private static final FieldList BASE_ONLY = new FieldList(BASE_FIELDS);
    private static final FieldList ALL = new FieldList(
            Stream.of(BASE_FIELDS, METADATA_FIELDS).flatMap(List::stream).toList());

    private NshHeader() {}

    /** Reads up to a closing parenthesis, which stays. */
    static MaskedBytes parse(TextCursor in) {
        MaskedBytes header = MaskedBytes.zeros(SIZE);
        ALL.parse(in, header);
        return header;
    }

    /** What a pushed header holds unless the text says otherwise. */
    static MaskedBytes pushed() {
        MaskedBytes header = MaskedBytes.zeros(SIZE);
        byte[] value = new byte[SIZE];
        value[TTL_AT] = 63;
        value[TYPE_AT] = 1;
        value[PROTOCOL_AT] = 3;
        value[INDEX_AT] = (byte) 0xff;
        header.put(value, value);
        return header;
    }

    /** Reads one field without a mask. */
    static void parseField(TextCursor in, MaskedBytes header) {
        ALL.parseExact(in, header);
    }

    static int metadataType(MaskedBytes header) {
        return header.valueBytes()[TYPE_AT] & 0xff;
    }

    static MaskedBytes base(MaskedBytes header) {
        return header.slice(0, BASE_SIZE);
    }

    static MaskedBytes metadata(MaskedBytes header) {
        return header.slice(BASE_SIZE, MD1_SIZE);
    }

    /** Whether the metadata of type 1 is there, or is matched. */
    static boolean hasMetadata(MaskedBytes header) {
        return metadataType(header) == 1
                || header.isMasked() && !metadata(header).isWildcard();
    }

    static void format(StringBuilder out, MaskedBytes header) {
        (hasMetadata(header) ? ALL : BASE_ONLY).format(out, header, false);
    }
}
