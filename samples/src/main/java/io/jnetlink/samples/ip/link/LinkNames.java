package io.jnetlink.samples.ip.link;

import io.jnetlink.client.KernelRejectedException;
import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.Request;
import io.jnetlink.route.link.DeviceFlags;
import io.jnetlink.route.link.LinkAttrs;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.route.link.RtLink;
import io.jnetlink.route.link.RtextFilter;
import io.jnetlink.samples.ip.grammar.CommandException;
import io.jnetlink.samples.ip.grammar.IntegerText;
import io.jnetlink.samples.ip.grammar.InterfaceName;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Names and indices of interfaces, asked of the kernel when first needed.
 *
 * <p>Not thread-safe. What was seen once is not asked again, so it may be out of date in a long batch; see {@link #forget}.
 */
public final class LinkNames {

    private static final String PLACEHOLDER = "if";

    private record Known(int index, String name, boolean up) {}

    private final NetlinkClient client;
    private final Map<Integer, Known> byIndex = new HashMap<>();
    private final Map<String, Integer> byName = new HashMap<>();

    /** Asks through a client. */
    public LinkNames(NetlinkClient client) {
        this.client = client;
    }

    /** Keeps in mind what a message says. */
    public void remember(LinkMessage link) {
        LinkAttrs attributes = link.attributes();
        if (attributes.hasIfname()) {
            int index = link.header().ifiIndex();
            boolean up = link.header().ifiFlags().contains(DeviceFlags.UP);
            byIndex.put(index, new Known(index, attributes.ifname(), up));
            byName.put(attributes.ifname(), index);
            if (attributes.hasPropList()) {
                attributes.propList().altIfname().forEach(name -> byName.putIfAbsent(name, index));
            }
        }
    }

    /** Asks again next time. */
    public void forget(int index) {
        byIndex.remove(index);
        byName.values().removeIf(i -> i == index);
    }

    /** The index of an interface by its name or alternative name, or of {@code if5} by its number; 0 if there is none. */
    public int index(String name) {
        Integer known = byName.get(name);
        if (known != null) {
            return known;
        }
        return ask(0, name)
                .map(link -> link.header().ifiIndex())
                .orElseGet(() -> name.startsWith(PLACEHOLDER)
                        ? IntegerText.leadingDecimal(name.substring(PLACEHOLDER.length()))
                        : 0);
    }

    /**
     * The index of an interface.
     *
     * @throws CommandException if there is none of that name
     */
    public int required(String name) {
        int index = index(name);
        if (index == 0) {
            throw CommandException.noDevice(name);
        }
        return index;
    }

    /**
     * The index of a VRF device.
     *
     * @throws CommandException if there is none of that name, or it is of another kind
     */
    public int requiredVrf(String name) {
        return ask(0, name)
                .filter(link -> link.attributes().hasLinkinfo())
                .filter(link -> link.attributes().linkinfo().hasKind())
                .filter(link -> link.attributes().linkinfo().kind().equals("vrf"))
                .map(link -> link.header().ifiIndex())
                .orElseThrow(() -> CommandException.wrong(name, "Not a valid VRF name\n"));
    }

    /** The name of an interface, {@code if5} if it cannot be found, {@code *} for index 0. */
    public String name(int index) {
        return index == 0 ? "*" : known(index).map(Known::name).orElse(PLACEHOLDER + Integer.toUnsignedString(index));
    }

    /** Whether an interface is up; an interface that cannot be found counts as up. */
    public boolean isUp(int index) {
        return known(index).map(Known::up).orElse(true);
    }

    private Optional<Known> known(int index) {
        if (!byIndex.containsKey(index)) {
            ask(index, "");
        }
        return Optional.ofNullable(byIndex.get(index));
    }

    /** The link of that index, or of that name if the index is 0. */
    private Optional<LinkMessage> ask(int index, String name) {
        LinkAttrs.Builder attributes =
                LinkAttrs.builder().extMask(RtextFilter.of(RtextFilter.VF, RtextFilter.SKIP_STATS));
        if (index == 0) {
            select(attributes, name);
        }
        LinkMessage question = LinkMessage.builder()
                .header(h -> h.ifiIndex(index))
                .attributes(attributes.build())
                .build();
        try {
            Optional<LinkMessage> answer = client.get(Request.of(RtLink.GETLINK, question));
            answer.ifPresent(this::remember);
            return answer;
        } catch (KernelRejectedException e) {
            return Optional.empty();
        }
    }

    /** Adds the attribute by which a request finds an interface. */
    static void select(LinkAttrs.Builder attributes, String name) {
        if (InterfaceName.isValid(name)) {
            attributes.ifname(name);
        } else {
            attributes.raw(TextAttributes.terminated(TextAttributes.ALT_IFNAME, name));
        }
    }
}
