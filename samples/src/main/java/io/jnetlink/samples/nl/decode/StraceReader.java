package io.jnetlink.samples.nl.decode;

import io.jnetlink.samples.nl.JnlException;
import java.io.ByteArrayOutputStream;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads what {@code strace} prints of netlink sockets: the dumps of {@code -e read=FD -e write=FD}, and the quoted bytes
 * of calls that it did not decode itself. Used once.
 */
final class StraceReader {

    private static final Pattern CALL =
            Pattern.compile("\\b(sendto|sendmsg|sendmmsg|recvfrom|recvmsg|recvmmsg|read|write)\\((\\d+)");
    private static final Pattern SOCKET =
            Pattern.compile("\\bsocket\\(AF_NETLINK, [^,]*, (?:NETLINK_)?([A-Z_]+|\\d+)\\)\\s*= (\\d+)");
    /** Offset, sixteen bytes in two groups, and what they look like as text. */
    private static final Pattern DUMP = Pattern.compile("^\\s*\\| ([0-9a-f]{5,})  ([0-9a-f ]{48}) .*\\|\\s*$");

    private static final Pattern QUOTED =
            Pattern.compile("(?:iov_base=|\\(\\d+(?:<[^>]*>)?, )\"((?:[^\"\\\\]|\\\\.)*)\"");
    private static final Map<String, Integer> PROTOCOLS = Map.of(
            "ROUTE", 0, "SOCK_DIAG", 4, "XFRM", 6, "AUDIT", 9, "NETFILTER", 12, "KOBJECT_UEVENT", 15, "GENERIC", 16);

    private final List<Capture> captures = new ArrayList<>();
    private final Map<String, Integer> protocols = new HashMap<>();
    private final ByteArrayOutputStream open = new ByteArrayOutputStream();
    private String descriptor = "";
    private int line;
    private int decodedCalls;

    static boolean isStrace(String text) {
        return CALL.matcher(text).find();
    }

    List<Capture> read(String text) {
        text.lines().forEach(this::line);
        finish();
        if (captures.isEmpty()) {
            String why = decodedCalls > 0 ? "strace decoded its messages itself" : "no messages are in it";
            throw new JnlException(why + ": record with -e read=FD -e write=FD, FD being the netlink socket");
        }
        return captures;
    }

    private void line(String text) {
        line++;
        Matcher dump = DUMP.matcher(text);
        if (dump.matches()) {
            dumped(dump);
            return;
        }
        finish();
        Matcher socket = SOCKET.matcher(text);
        if (socket.find()) {
            Integer number = PROTOCOLS.get(socket.group(1));
            boolean isNumber = Character.isDigit(socket.group(1).charAt(0));
            if (number != null || isNumber) {
                protocols.put(socket.group(2), isNumber ? Integer.parseInt(socket.group(1)) : number);
            }
        }
        Matcher call = CALL.matcher(text);
        if (call.find()) {
            descriptor = call.group(2);
            decodedCalls += text.contains("nlmsg_len=") ? 1 : 0;
            quoted(text);
        }
    }

    private void dumped(Matcher dump) {
        if (Integer.parseInt(dump.group(1), 16) == 0) {
            finish();
        }
        open.writeBytes(HexFormat.of().parseHex(dump.group(2).replace(" ", "")));
    }

    private void quoted(String text) {
        Matcher quoted = QUOTED.matcher(text);
        while (quoted.find()) {
            add(StraceText.unescape(quoted.group(1)));
        }
    }

    private void finish() {
        if (open.size() > 0) {
            add(open.toByteArray());
            open.reset();
        }
    }

    private void add(byte[] bytes) {
        Integer protocol = protocols.get(descriptor);
        captures.add(new Capture(
                "line " + line,
                protocol == null ? OptionalInt.empty() : OptionalInt.of(protocol),
                HexReader.inOrder(bytes)));
    }
}
