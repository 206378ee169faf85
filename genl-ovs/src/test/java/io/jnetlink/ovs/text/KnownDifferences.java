package io.jnetlink.ovs.text;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Where this package departs from ovs-dpctl 3.1 on purpose, by step of the recordings, with the reason. */
final class KnownDifferences {

    private static final String NSH = "3.1 cannot read the key nsh, which it prints; read here";
    private static final String PRINTED = "3.1 cannot read what it prints for this action; read here";
    private static final String DROP =
            "3.1 sends a drop attribute under a number of its own (25); here drop is the empty list that it is printed for";

    /** Part of an id, and why. */
    private static final Map<String, String> REQUESTS = requests();

    private KnownDifferences() {}

    private static Map<String, String> requests() {
        Map<String, String> known = new LinkedHashMap<>();
        known.put("flow.k-nsh-md1.", NSH);
        known.put("flow.k-nsh-mask.", NSH);
        known.put("flow.a-set-nsh.", NSH);
        known.put("flow.a-popnsh.", NSH);
        known.put("flow.a-pushmpls.", PRINTED);
        known.put("flow.a-popmpls.", PRINTED);
        known.put("flow.a-pusheth.", PRINTED);
        known.put("flow.a-popeth.", PRINTED);
        known.put("flow.a-pushnsh.", "3.1 cannot read push_eth behind it; read here");
        known.put("flow.a-pushnsh2.", "3.1 cannot read push_eth behind it; read here");
        known.put("flow.a-hash.", PRINTED);
        known.put("flow.a-decttl.", "3.1 has no dec_ttl; read here in the form of later versions");
        known.put("flow.a-drop.", DROP);
        known.put("flopt.ufid.stats", DROP);
        known.put("flow.a-x-lb.", "3.1 sends an attribute that only its userspace datapath knows; refused here");
        known.put("flow.k-x-badip.", "3.1 takes 1.2.3.999 for 1.2.3.231; refused here");
        return known;
    }

    /** Why the bytes of a step need not be those of the recording. */
    static Optional<String> ofRequest(String id) {
        return REQUESTS.entrySet().stream()
                .filter(known -> id.contains(known.getKey()))
                .map(Map.Entry::getValue)
                .findFirst();
    }

    /** Whether a line is read as something that is printed in another way, as Open vSwitch does too. */
    static boolean isReadOtherwise(String line) {
        return line.contains("eth_type(0/0x0000)") || line.contains("mpls()");
    }

    /**
     * A line of 3.1 as it is printed here: extension headers of IPv6, which 3.1 does not know, by name and only if they
     * count or the text is verbose; a label stack without content without an error in its midst; metadata of a network
     * service header only if it is matched.
     */
    static String line(String recorded, boolean verbose) {
        String extensionHeaders = verbose ? "ipv6_exthdrs(0/0)," : "";
        return recorded.replace("key32(00 00/00 00),", extensionHeaders)
                .replace(",key32(00 00/00 00)", verbose ? ",ipv6_exthdrs(0/0)" : "")
                .replace("mpls((bad key length 0)", "mpls()")
                .replaceAll("nsh\\((np=1)?,?c1=0x0,c2=0x0,c3=0x0,c4=0x0\\)", "nsh($1)");
    }
}
