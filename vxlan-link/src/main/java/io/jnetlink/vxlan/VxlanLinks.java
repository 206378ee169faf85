package io.jnetlink.vxlan;

import io.jnetlink.client.NotFoundException;
import io.jnetlink.route.Links;
import io.jnetlink.route.RtNetlink;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.route.link.LinkinfoAttrs;
import io.jnetlink.route.link.LinkinfoVxlanAttrs;
import io.jnetlink.schema.AttributeSchema;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * VXLAN devices: {@code ip link … type vxlan}.
 *
 * <p>Thread-safe. Works on a {@link RtNetlink} that the caller closes.
 *
 * <pre>{@code
 * try (RtNetlink route = RtNetlink.open()) {
 *     VxlanLinks vxlans = new VxlanLinks(route);
 *     vxlans.add(VxlanConfig.builder("vxlan0").vni(1111).port(5799).remote("10.145.69.49").device("eth4").build());
 * }
 * }</pre>
 */
public final class VxlanLinks {

    /** Options that no kernel reports back, so that their absence says nothing. */
    private static final Set<String> WRITE_ONLY = Set.of("mc-route");

    private final Links links;

    /**
     * @param route where the devices are
     */
    public VxlanLinks(RtNetlink route) {
        this.links = route.links();
    }

    /**
     * Makes a device and reads it back.
     *
     * @return the device as the kernel has it
     * @throws io.jnetlink.client.AlreadyExistsException if the name is taken, or another device has the VNI and port
     * @throws NotFoundException if the lower device or the master does not exist
     * @throws IgnoredOptionException if the kernel is too old for an option; no device is left behind
     */
    public VxlanLink add(VxlanConfig config) {
        LinkinfoVxlanAttrs.Builder options = config.attributes().toBuilder();
        config.device().ifPresent(device -> options.link(links.index(device)));
        LinkinfoVxlanAttrs requested = options.build();
        LinkMessage made = links.add(
                config.link(),
                LinkinfoAttrs.builder()
                        .kind(VxlanLink.KIND)
                        .dataVxlan(requested)
                        .build());
        VxlanLink link = new VxlanLink(made);
        List<String> ignored = ignored(requested, link.options());
        if (!ignored.isEmpty()) {
            remove(config, link);
            throw new IgnoredOptionException(link.name(), ignored);
        }
        return link;
    }

    /**
     * The device of a name.
     *
     * @throws NotFoundException if there is no link of that name
     * @throws IllegalArgumentException if the link is of another kind
     */
    public VxlanLink get(String name) {
        return new VxlanLink(links.get(name));
    }

    /** The device of a name; empty if there is no link of that name, or of another kind. */
    public Optional<VxlanLink> find(String name) {
        return links.find(name).filter(VxlanLink::isVxlan).map(VxlanLink::new);
    }

    /** All devices. */
    public List<VxlanLink> list() {
        return links.listOfKind(VxlanLink.KIND).stream().map(VxlanLink::new).toList();
    }

    /**
     * Deletes a device.
     *
     * @throws NotFoundException if there is no link of that name
     * @throws IllegalArgumentException if the link is of another kind; it is left alone
     */
    public void delete(String name) {
        links.delete(get(name).index());
    }

    private void remove(VxlanConfig config, VxlanLink link) {
        if (config.link().namespace().isPresent()) {
            try (RtNetlink there = RtNetlink.open(config.link().namespace().get())) {
                there.links().delete(link.index());
            }
        } else {
            links.delete(link.index());
        }
    }

    /** The kernel reports every option that it knows, so one that is missing was not understood. */
    private static List<String> ignored(LinkinfoVxlanAttrs requested, LinkinfoVxlanAttrs reported) {
        return requested.schema().attributes().stream()
                .filter(option -> requested.has(option.number()) && !reported.has(option.number()))
                .filter(option -> !WRITE_ONLY.contains(option.name()) && isReportedAlways(option))
                .map(AttributeSchema::cName)
                .toList();
    }

    /** Addresses, and the lower device, are left out of a report where they are zero. */
    private static boolean isReportedAlways(AttributeSchema option) {
        return !Set.of("group", "group6", "local", "local6", "link").contains(option.name());
    }
}
