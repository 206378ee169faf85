package io.jnetlink.ovs.text;

import java.util.List;

/** Whether a packet is a fragment: one of three words, which is matched whole or not at all. Immutable. */
final class FragNotation extends Notation {

    private static final List<String> WORDS = List.of("no", "first", "later");
    private static final int ALL = 0xff;

    FragNotation() {
        super(1);
    }

    @Override
    void parseValue(TextCursor in, MaskedBytes into) {
        int kind = WORDS.indexOf(in.peekWord());
        if (kind < 0) {
            throw in.failure("no, first or later");
        }
        in.advance(WORDS.get(kind).length());
        if (in.looksAt("/")) {
            throw in.failure("no mask, since kinds of fragments are matched whole");
        }
        into.put(new byte[] {(byte) kind}, new byte[] {(byte) ALL});
    }

    @Override
    void format(StringBuilder out, MaskedBytes from) {
        int kind = from.valueBytes()[0] & ALL;
        out.append(kind < WORDS.size() ? WORDS.get(kind) : Integer.toString(kind));
        if (!from.isExact()) {
            NumberStyle.HEX.append(out.append('/'), from.maskBytes()[0] & ALL);
        }
    }

    @Override
    boolean isShown(MaskedBytes from, boolean verbose) {
        return !isWildcard(from);
    }
}
