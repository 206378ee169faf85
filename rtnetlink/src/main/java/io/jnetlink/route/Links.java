package io.jnetlink.route;

import io.jnetlink.NetlinkException;
import io.jnetlink.client.Dump;
import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.NotFoundException;
import io.jnetlink.route.link.DeviceFlags;
import io.jnetlink.route.link.LinkAttrs;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.route.link.LinkMessageView;
import io.jnetlink.route.link.LinkinfoAttrs;
import io.jnetlink.route.link.RtLinkClient;
import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.MessageFlags;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Network devices: what {@code ip link} does.
 *
 * <p>Thread-safe. Names given to the methods are primary or alternative ones. A device that does not exist is a
 * {@link NotFoundException}.
 */
public final class Links {

    /** Most bytes of an alternative name ({@code ALTIFNAMSIZ} counts a NUL behind it). */
    private static final int MAX_ALTERNATIVE_BYTES = 127;

    private final RtLinkClient client;

    Links(NetlinkClient client) {
        this.client = new RtLinkClient(client);
    }

    /** {@code ip link show}: all links, in the kernel's order. */
    public List<LinkMessage> list() {
        return dump().messages();
    }

    /** All links, and whether something changed while they were listed. */
    public Dump<LinkMessage> dump() {
        return client.getlinkDump();
    }

    /**
     * All links through one view, without allocation for each.
     *
     * @return whether something changed while they were listed
     */
    public boolean forEach(Consumer<? super LinkMessageView> visitor) {
        return client.getlinkDump(visitor);
    }

    /**
     * {@code ip link show type KIND}: the links of one kind.
     *
     * @param kind such as {@code vxlan}
     */
    public List<LinkMessage> listOfKind(String kind) {
        return list(LinkFilter.all().kind(kind));
    }

    /** {@code ip link show master DEV type KIND}: the links that a filter lets through, chosen by the kernel if it can. */
    public List<LinkMessage> list(LinkFilter filter) {
        return dump(filter).messages();
    }

    /**
     * The links that a filter lets through, and how the kernel listed them: {@link Dump#filtered()} tells whether the kernel
     * chose them, and not this library among all links.
     */
    public Dump<LinkMessage> dump(LinkFilter filter) {
        Dump<LinkMessage> dump = client.getlinkDump(filter.question());
        return new Dump<>(
                dump.messages().stream().filter(filter::matches).toList(), dump.interrupted(), dump.filtered());
    }

    /** {@code ip link show dev NAME}. */
    public LinkMessage get(String name) {
        return single(LinkMessage.builder().attributes(byName(name)).build());
    }

    /**
     * The link of an index.
     *
     * @throws InvalidFieldException if the index is not positive
     */
    public LinkMessage get(int index) {
        return single(addressed(index).build());
    }

    /** The link of a name, or empty. */
    public Optional<LinkMessage> find(String name) {
        try {
            return Optional.of(get(name));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /** The index of a name. */
    public int index(String name) {
        return get(name).header().ifiIndex();
    }

    /**
     * {@code ip link add … type KIND}: makes a link. If a part of it fails, nothing is left behind.
     *
     * @param settings what every link has
     * @param info its kind and what the kind needs
     * @return the link as the kernel has it afterwards
     * @throws io.jnetlink.client.AlreadyExistsException if the name is taken, or the kind says so for another reason
     */
    public LinkMessage add(LinkSettings settings, LinkinfoAttrs info) {
        client.newlink(newLink(settings, info), MessageFlags.CREATE | MessageFlags.EXCL);
        if (settings.namespace().isEmpty()) {
            return finish(settings);
        }
        try (RtNetlink there = RtNetlink.open(settings.namespace().get())) {
            return there.links().finish(settings);
        }
    }

    /** The kernel ignores an alias in the request that makes a link, so it gets one of its own. */
    private LinkMessage finish(LinkSettings settings) {
        LinkMessage made = get(settings.name().value());
        if (settings.alias().isEmpty()) {
            return made;
        }
        int index = made.header().ifiIndex();
        try {
            change(addressed(index)
                    .attributes(a -> a.ifalias(settings.alias().get()))
                    .build());
            return get(index);
        } catch (NetlinkException e) {
            deleteAfter(e, index);
            throw e;
        }
    }

    private void deleteAfter(NetlinkException cause, int index) {
        try {
            delete(index);
        } catch (NetlinkException e) {
            cause.addSuppressed(e);
        }
    }

    private LinkMessage newLink(LinkSettings settings, LinkinfoAttrs info) {
        LinkAttrs.Builder attributes =
                settings.attributes().toBuilder().ifname(settings.name().value());
        settings.master().ifPresent(master -> attributes.master(index(master)));
        settings.namespace().ifPresent(namespace -> attributes.netNsFd(namespace.descriptor()));
        attributes.linkinfo(info);
        return LinkMessage.builder()
                .header(h -> {
                    if (settings.up()) {
                        h.ifiFlags(DeviceFlags.UP).ifiChange(DeviceFlags.UP.bits());
                    }
                })
                .attributes(attributes.build())
                .build();
    }

    /** {@code ip link set … }: changes an existing link; only what the message holds. */
    public void change(LinkMessage message) {
        client.newlink(message);
    }

    /** {@code ip link set NAME up}. */
    public void up(String name) {
        setUp(name, true);
    }

    /** {@code ip link set NAME down}. */
    public void down(String name) {
        setUp(name, false);
    }

    /** {@code ip link del NAME}. */
    public void delete(String name) {
        client.dellink(LinkMessage.builder().attributes(byName(name)).build());
    }

    /**
     * Deletes the link of an index.
     *
     * @throws InvalidFieldException if the index is not positive
     */
    public void delete(int index) {
        client.dellink(addressed(index).build());
    }

    private void setUp(String name, boolean up) {
        change(LinkMessage.builder()
                .header(h -> h.ifiIndex(index(name))
                        .ifiFlags(up ? DeviceFlags.UP : DeviceFlags.of())
                        .ifiChange(DeviceFlags.UP.bits()))
                .build());
    }

    private LinkMessage single(LinkMessage question) {
        return client.getlink(question)
                .orElseThrow(() -> new IllegalStateException("the kernel acknowledged a get without answering it"));
    }

    private static LinkMessage.Builder addressed(int index) {
        if (index <= 0) {
            throw new InvalidFieldException("interface index", index, "must be 1.." + Integer.MAX_VALUE);
        }
        return LinkMessage.builder().header(h -> h.ifiIndex(index));
    }

    /** What is too long for a primary name can only be an alternative one. */
    private static Consumer<LinkAttrs.Builder> byName(String name) {
        int bytes = name.getBytes(StandardCharsets.UTF_8).length;
        if (bytes <= InterfaceName.MAX_BYTES) {
            String valid = new InterfaceName(name).value();
            return attributes -> attributes.ifname(valid);
        }
        if (bytes > MAX_ALTERNATIVE_BYTES) {
            throw new InvalidFieldException(
                    "interface name", "\"" + name + "\"", "must have at most " + MAX_ALTERNATIVE_BYTES + " bytes");
        }
        return attributes -> attributes.altIfname(name);
    }
}
