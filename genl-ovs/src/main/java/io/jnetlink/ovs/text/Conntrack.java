package io.jnetlink.ovs.text;

import io.jnetlink.wire.MessageWriter;
import java.nio.ByteOrder;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The arguments of {@code ct(…)}, collected from text in any order and sent in the one of Open vSwitch. Not thread-safe. */
final class Conntrack {

    private static final int LONGEST_HELPER = 15;
    private static final int LONGEST_TIMEOUT = 31;

    private boolean commit;
    private boolean force;
    private long zone;
    private MaskedBytes mark = MaskedBytes.zeros(Integer.BYTES);
    private MaskedBytes label = MaskedBytes.zeros(16);
    private @Nullable String helper;
    private long eventMask = -1;
    private @Nullable String timeout;
    private @Nullable NatText nat;

    /** Reads one argument. */
    void parsePiece(TextCursor in) {
        int start = in.position();
        String word = in.peekWord();
        in.advance(word.length());
        switch (word) {
            case "commit" -> commit = true;
            case "force_commit" -> force = true;
            case "zone" -> zone = number(in, Short.SIZE);
            case "mark" -> ConntrackAction.MARK_TEXT.parse(behindEquals(in), mark);
            case "label" -> ConntrackAction.LABEL_TEXT.parse(behindEquals(in), label);
            case "helper" -> helper = name(in, LONGEST_HELPER);
            case "eventmask" -> eventMask = number(in, Integer.SIZE);
            case "timeout" -> timeout = name(in, LONGEST_TIMEOUT);
            case "nat" -> nat = NatText.parse(in);
            default ->
                throw in.failureAt(
                        start,
                        "commit, force_commit, zone=, mark=, label=, helper=, eventmask=, timeout=, nat or \")\"");
        }
        if (commit && force) {
            throw in.failureAt(start, "either commit or force_commit");
        }
    }

    private static TextCursor behindEquals(TextCursor in) {
        in.expect("=");
        return in;
    }

    private static long number(TextCursor in, int bits) {
        return behindEquals(in).number(bits);
    }

    private static String name(TextCursor in, int longest) {
        int start = behindEquals(in).position();
        String name = in.takeWhile(c -> ", \t\r\n)".indexOf(c) < 0);
        if (name.isEmpty() || name.length() > longest) {
            throw in.failureAt(start, "a name of 1 to " + longest + " characters");
        }
        return name;
    }

    void writeTo(MessageWriter out, int attribute) {
        int nest = out.begin(attribute);
        if (commit || force) {
            out.putFlag(commit ? ConntrackAction.COMMIT : ConntrackAction.FORCE_COMMIT);
        }
        if (zone != 0) {
            out.putU16(ConntrackAction.ZONE, (int) zone, ByteOrder.nativeOrder());
        }
        putMasked(out, ConntrackAction.MARK, mark);
        putMasked(out, ConntrackAction.LABELS, label);
        if (helper != null) {
            out.putText(ConntrackAction.HELPER, helper, true);
        }
        if (eventMask >= 0) {
            out.putU32(ConntrackAction.EVENTMASK, eventMask, ByteOrder.nativeOrder());
        }
        if (timeout != null) {
            out.putText(ConntrackAction.TIMEOUT, timeout, true);
        }
        if (nat != null) {
            nat.writeTo(out);
        }
        out.end(nest);
    }

    /** Value and mask in one attribute; none if no bit counts. */
    private static void putMasked(MessageWriter out, int type, MaskedBytes bytes) {
        if (!bytes.isWildcard()) {
            byte[] both = Arrays.copyOf(bytes.valueBytes(), 2 * bytes.length());
            System.arraycopy(bytes.maskBytes(), 0, both, bytes.length(), bytes.length());
            out.putBytes(type, both);
        }
    }
}
