package io.jnetlink.wire;

import org.jspecify.annotations.Nullable;

/** Text forms of IP addresses: dotted quads, and RFC 4291 written as {@code inet_ntop(3)} does. */
final class IpText {

    private static final int GROUPS = 8;

    private IpText() {}

    /** Numbers with a zero in front are refused: some programs read them as octal ones. */
    static byte @Nullable [] parseV4(String text) {
        String[] parts = text.split("\\.", -1);
        if (parts.length != 4) {
            return null;
        }
        byte[] bytes = new byte[4];
        for (int i = 0; i < 4; i++) {
            if (!parts[i].matches("0|[1-9][0-9]{0,2}") || Integer.parseInt(parts[i]) > 0xff) {
                return null;
            }
            bytes[i] = (byte) Integer.parseInt(parts[i]);
        }
        return bytes;
    }

    static byte @Nullable [] parseV6(String text) {
        int gap = text.indexOf("::");
        if (gap < 0) {
            byte[] whole = groups(text);
            return whole != null && whole.length == 2 * GROUPS ? whole : null;
        }
        byte[] head = groups(text.substring(0, gap));
        byte[] tail = groups(text.substring(gap + 2));
        if (head == null || tail == null || head.length + tail.length > 2 * (GROUPS - 1) || endsInQuad(text, gap)) {
            return null;
        }
        byte[] bytes = new byte[2 * GROUPS];
        System.arraycopy(head, 0, bytes, 0, head.length);
        System.arraycopy(tail, 0, bytes, bytes.length - tail.length, tail.length);
        return bytes;
    }

    /** A dotted quad may stand at the very end only, so never in front of the gap. */
    private static boolean endsInQuad(String text, int gap) {
        return text.substring(0, gap).indexOf('.') >= 0;
    }

    private static byte @Nullable [] groups(String text) {
        if (text.isEmpty()) {
            return new byte[0];
        }
        String[] parts = text.split(":", -1);
        boolean quad = parts[parts.length - 1].indexOf('.') >= 0;
        int words = quad ? parts.length - 1 : parts.length;
        byte[] bytes = new byte[2 * words + (quad ? 4 : 0)];
        for (int i = 0; i < words; i++) {
            if (!parts[i].matches("[0-9a-fA-F]{1,4}")) {
                return null;
            }
            int word = Integer.parseInt(parts[i], 16);
            bytes[2 * i] = (byte) (word >> 8);
            bytes[2 * i + 1] = (byte) word;
        }
        if (quad) {
            byte[] last = parseV4(parts[parts.length - 1]);
            if (last == null) {
                return null;
            }
            System.arraycopy(last, 0, bytes, 2 * words, 4);
        }
        return bytes;
    }

    static String format(byte[] bytes) {
        return bytes.length == 4 ? formatV4(bytes, 0) : formatV6(bytes);
    }

    private static String formatV4(byte[] bytes, int at) {
        return (bytes[at] & 0xff) + "." + (bytes[at + 1] & 0xff) + "." + (bytes[at + 2] & 0xff) + "."
                + (bytes[at + 3] & 0xff);
    }

    private static String formatV6(byte[] bytes) {
        int[] words = new int[GROUPS];
        for (int i = 0; i < GROUPS; i++) {
            words[i] = (bytes[2 * i] & 0xff) << 8 | bytes[2 * i + 1] & 0xff;
        }
        int gap = longestZeroRun(words);
        int gapEnd = gap < 0 ? -1 : endOfZeroRun(words, gap);
        StringBuilder text = new StringBuilder(40);
        int i = 0;
        while (i < GROUPS) {
            if (i == gap) {
                text.append("::");
                i = gapEnd;
            } else if (i == 6 && gap == 0 && (gapEnd == 6 || gapEnd == 5 && words[5] == 0xffff)) {
                return text.append(formatV4(bytes, 12)).toString();
            } else {
                text.append(Integer.toHexString(words[i]));
                i++;
                text.append(i < GROUPS && i != gap ? ":" : "");
            }
        }
        return text.toString();
    }

    /** Start of the longest run of at least two zero groups, the first of equals; -1 if there is none. */
    private static int longestZeroRun(int[] words) {
        int best = -1;
        int bestLength = 1;
        for (int i = 0; i < GROUPS; i++) {
            int length = endOfZeroRun(words, i) - i;
            if (length > bestLength) {
                best = i;
                bestLength = length;
            }
        }
        return best;
    }

    private static int endOfZeroRun(int[] words, int start) {
        int end = start;
        while (end < GROUPS && words[end] == 0) {
            end++;
        }
        return end;
    }
}
