package io.jnetlink.ovs.text;

import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageWriter;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Address translation in connection tracking: {@code nat(src=10.0.0.1-10.0.0.9:1024-2048,random)}. Not thread-safe.
 */
final class NatText {

    private static final int SRC = 1;
    private static final int DST = 2;
    private static final int IP_MIN = 3;
    private static final int IP_MAX = 4;
    private static final int PROTO_MIN = 5;
    private static final int PROTO_MAX = 6;
    private static final int PERSISTENT = 7;
    private static final int PROTO_HASH = 8;
    private static final int PROTO_RANDOM = 9;
    private static final byte[] NOTHING = {};

    /** In the order in which they are written and sent. */
    private static final Map<String, Integer> FLAGS = flags();

    private int direction;
    private byte[] lowest = NOTHING;
    private byte[] highest = NOTHING;
    private long firstPort;
    private long lastPort;
    private final Set<String> flags = new HashSet<>();

    private NatText() {}

    private static Map<String, Integer> flags() {
        Map<String, Integer> flags = new LinkedHashMap<>();
        flags.put("persistent", PERSISTENT);
        flags.put("hash", PROTO_HASH);
        flags.put("random", PROTO_RANDOM);
        return flags;
    }

    /** Reads what stands behind {@code nat}, if anything. */
    static NatText parse(TextCursor in) {
        NatText nat = new NatText();
        if (in.skip("(")) {
            int start = in.position();
            in.skipDelimiters();
            while (!in.looksAt(")")) {
                nat.parsePiece(in);
                if (!in.isAtDelimiter() && !in.looksAt(")")) {
                    throw in.failure("a comma or \")\"");
                }
                in.skipDelimiters();
            }
            if (nat.direction == 0 && !nat.flags.isEmpty()) {
                throw in.failureAt(start, "src or dst beside " + String.join(", ", nat.flags));
            }
            in.expect(")");
        }
        return nat;
    }

    private void parsePiece(TextCursor in) {
        int start = in.position();
        String word = in.peekWord();
        in.advance(word.length());
        if (word.equals("src") || word.equals("dst")) {
            if (direction != 0) {
                throw in.failureAt(start, "only one of src and dst");
            }
            direction = word.equals("src") ? SRC : DST;
            if (in.skip("=")) {
                parseRange(in);
            }
        } else if (FLAGS.containsKey(word)) {
            flags.add(word);
            if (flags.contains("hash") && flags.contains("random")) {
                throw in.failureAt(start, "only one of hash and random");
            }
        } else {
            throw in.failureAt(start, "src, dst, persistent, hash, random or \")\"");
        }
    }

    private void parseRange(TextCursor in) {
        lowest = address(in);
        if (in.skip("-")) {
            int start = in.position();
            highest = address(in);
            if (highest.length != lowest.length || Arrays.compareUnsigned(highest, lowest) < 0) {
                throw in.failureAt(start, "an address of the same family that is not lower than the first");
            }
        }
        if (in.skip(":")) {
            firstPort = in.number(Short.SIZE);
            if (in.skip("-")) {
                int start = in.position();
                lastPort = in.number(Short.SIZE);
                if (lastPort < firstPort) {
                    throw in.failureAt(start, "a port that is not lower than the first");
                }
            }
        }
    }

    /** IPv6 addresses may stand in brackets, and have to if a port follows. */
    private static byte[] address(TextCursor in) {
        int start = in.position();
        if (in.skip("[")) {
            byte[] bytes = AddressNotation.IPV6.address(in);
            in.expect("]");
            return bytes;
        }
        String quad = in.takeWhile(c -> c >= '0' && c <= '9' || c == '.');
        in.moveTo(start);
        return quad.indexOf('.') > 0 ? ipv4(in, quad) : AddressNotation.IPV6.address(in);
    }

    private static byte[] ipv4(TextCursor in, String quad) {
        TextCursor alone = new TextCursor(quad);
        int start = in.position();
        try {
            byte[] bytes = AddressNotation.IPV4.address(alone);
            in.advance(quad.length());
            return bytes;
        } catch (FlowSyntaxException e) {
            throw in.failureAt(start, e.expected());
        }
    }

    void writeTo(MessageWriter out) {
        int nest = out.begin(ConntrackAction.NAT);
        if (direction != 0) {
            out.putFlag(direction);
        }
        if (lowest.length > 0) {
            out.putBytes(IP_MIN, lowest);
        }
        if (highest.length > 0 && !Arrays.equals(highest, lowest)) {
            out.putBytes(IP_MAX, highest);
        }
        if (firstPort != 0) {
            out.putU16(PROTO_MIN, (int) firstPort, ByteOrder.nativeOrder());
            if (lastPort > firstPort) {
                out.putU16(PROTO_MAX, (int) lastPort, ByteOrder.nativeOrder());
            }
        }
        FLAGS.forEach((name, number) -> {
            if (flags.contains(name)) {
                out.putFlag(number);
            }
        });
        out.end(nest);
    }

    /** Writes the whole argument. */
    static void format(StringBuilder out, Attributes nat) {
        out.append("nat");
        if (!nat.has(SRC) && !nat.has(DST)) {
            return;
        }
        out.append(nat.has(SRC) ? "(src" : "(dst");
        if (nat.has(IP_MIN)) {
            formatRange(out.append('='), nat);
        }
        FLAGS.forEach((name, number) -> out.append(nat.has(number) ? "," + name : ""));
        out.append(')');
    }

    private static void formatRange(StringBuilder out, Attributes nat) {
        byte[] lowest = nat.get(IP_MIN);
        byte[] highest = nat.find(IP_MAX);
        long firstPort = port(nat.find(PROTO_MIN));
        long lastPort = port(nat.find(PROTO_MAX));
        appendAddress(out, lowest, firstPort != 0);
        if (highest != null && !Arrays.equals(highest, lowest) && !isZero(highest)) {
            appendAddress(out.append('-'), highest, firstPort != 0);
        }
        if (firstPort != 0) {
            out.append(':').append(firstPort);
            if (lastPort != 0 && lastPort != firstPort) {
                out.append('-').append(lastPort);
            }
        }
    }

    private static void appendAddress(StringBuilder out, byte[] address, boolean isBracketed) {
        if (address.length == AddressNotation.IPV4.size()) {
            AddressNotation.IPV4.append(out, address);
        } else if (address.length == AddressNotation.IPV6.size()) {
            out.append(isBracketed ? "[" : "");
            AddressNotation.IPV6.append(out, address);
            out.append(isBracketed ? "]" : "");
        } else {
            throw new MalformedMessageException("an address of " + address.length + " bytes", 0);
        }
    }

    private static boolean isZero(byte[] bytes) {
        return MaskedBytes.of(bytes, bytes).isWildcard();
    }

    private static long port(byte @Nullable [] bytes) {
        return bytes == null || bytes.length != Short.BYTES
                ? 0
                : MaskedBytes.of(bytes, null).value(ByteOrder.nativeOrder());
    }
}
