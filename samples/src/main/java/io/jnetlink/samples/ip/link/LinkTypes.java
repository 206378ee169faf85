package io.jnetlink.samples.ip.link;

import io.jnetlink.route.link.LinkType;
import java.util.Map;
import java.util.Optional;

/** Types of devices ({@code ARPHRD_} numbers) in the words of {@code ip}. Immutable. */
final class LinkTypes {

    private static final int FIBRE_CHANNEL_FABRIC = 787;
    private static final int FIBRE_CHANNEL_FABRIC_LAST = 799;

    /** Types that {@code ip} calls by another name than the header does; empty if it has no name for them. */
    private static final Map<Integer, String> OTHER_NAMES = Map.ofEntries(
            Map.entry(8, "atalk"),
            Map.entry(27, ""),
            Map.entry(290, ""),
            Map.entry(513, "hdlc"),
            Map.entry(519, ""),
            Map.entry(768, "ipip"),
            Map.entry(773, "ltalk"),
            Map.entry(777, "ip/ddp"),
            Map.entry(778, "gre"),
            Map.entry(800, "tr"),
            Map.entry(801, "ieee802.11"),
            Map.entry(802, "ieee802.11/prism"),
            Map.entry(803, "ieee802.11/radiotap"),
            Map.entry(804, "ieee802.15.4"),
            Map.entry(805, "ieee802.15.4/monitor"),
            Map.entry(821, "phonet_pipe"),
            Map.entry(823, "gre6"),
            Map.entry(825, "6lowpan"),
            Map.entry(826, ""));

    private LinkTypes() {}

    /**
     * The name of a type, or its number in brackets.
     *
     * @param numeric whether to prefer the number
     */
    static String nameOf(int type, boolean numeric) {
        return Optional.of(numeric ? "" : nameOf(type))
                .filter(name -> !name.isEmpty())
                .orElse("[" + type + "]");
    }

    private static String nameOf(int type) {
        if (type >= FIBRE_CHANNEL_FABRIC && type <= FIBRE_CHANNEL_FABRIC_LAST) {
            return "fcfb" + (type - FIBRE_CHANNEL_FABRIC);
        }
        return Optional.ofNullable(OTHER_NAMES.get(type))
                .orElseGet(() -> LinkType.of(type).specName().orElse(""));
    }
}
