package io.jnetlink.samples.ovs.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Output of both programs, made comparable. Stateless. */
final class DpctlText {

    private static final Pattern USED = Pattern.compile("used:-?[0-9.]+s");

    private DpctlText() {}

    /**
     * A recorded text as it is printed here: extension headers of IPv6, which 3.1 does not know, by name and only if they
     * count or the text is verbose; a label stack without content without an error in its midst; metadata of a network
     * service header only if it is matched.
     */
    static String repaired(String recorded) {
        boolean verbose = recorded.contains("dp:ovs");
        String extensionHeaders = verbose ? "ipv6_exthdrs(0/0)," : "";
        return recorded.replace("key32(00 00/00 00),", extensionHeaders)
                .replace(",key32(00 00/00 00)", verbose ? ",ipv6_exthdrs(0/0)" : "")
                .replace("mpls((bad key length 0)", "mpls()")
                .replaceAll("nsh\\((np=1)?,?c1=0x0,c2=0x0,c3=0x0,c4=0x0\\)", "nsh($1)");
    }

    /**
     * Lines with datapaths in order of their names, since {@code ovs-dpctl} has no order, without the counters of tunnels,
     * which it never sees, and without the time since a flow was used.
     */
    static List<String> comparable(String text) {
        List<String> blocks = new ArrayList<>();
        StringBuilder block = new StringBuilder();
        String[] lines = text.split("\n");
        boolean tunnel = false;
        for (String line : lines) {
            if (line.startsWith("system@") && block.length() > 0) {
                blocks.add(block.toString());
                block.setLength(0);
            }
            if (line.startsWith("  port ")) {
                tunnel = line.contains("packet_type=ptap");
            }
            boolean counters = line.startsWith("    RX ") || line.startsWith("    TX ");
            String kept = tunnel && counters ? line.replaceAll(":[0-9]+( \\([0-9.]+ .iB\\))?", ":n") : line;
            block.append(USED.matcher(kept).replaceAll("used:t")).append('\n');
        }
        blocks.add(block.toString());
        return blocks.stream().sorted().flatMap(String::lines).toList();
    }
}
