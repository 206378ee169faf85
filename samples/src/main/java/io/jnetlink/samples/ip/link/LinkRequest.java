package io.jnetlink.samples.ip.link;

import io.jnetlink.route.link.DeviceFlags;
import io.jnetlink.route.link.Ifinfomsg;
import io.jnetlink.route.link.LinkAttrs;
import io.jnetlink.route.link.LinkMessage;
import java.util.Optional;

/**
 * A request to create or change a link, while its words are being read.
 *
 * <p>Not thread-safe. Attributes keep the order in which they are added.
 */
final class LinkRequest {

    private final LinkAttrs.Builder attributes = LinkAttrs.builder();
    private final int family;
    private int index;
    private DeviceFlags flags = DeviceFlags.of();
    private DeviceFlags changed = DeviceFlags.of();
    private Optional<String> kind = Optional.empty();

    /** Begins without attributes. */
    LinkRequest(int family) {
        this.family = family;
    }

    LinkAttrs.Builder attributes() {
        return attributes;
    }

    int index() {
        return index;
    }

    void index(int value) {
        index = value;
    }

    Optional<String> kind() {
        return kind;
    }

    void kind(Optional<String> value) {
        kind = value;
    }

    /** Sets or clears a flag of the device. */
    void flag(DeviceFlags flag, boolean on) {
        changed = changed.with(flag);
        flags = on ? flags.with(flag) : flags.without(flag);
    }

    LinkMessage build() {
        Ifinfomsg header = Ifinfomsg.builder()
                .ifiFamily(family)
                .ifiIndex(index)
                .ifiFlags(flags)
                .ifiChange(changed.bits())
                .build();
        return LinkMessage.builder()
                .header(header)
                .attributes(attributes.build())
                .build();
    }
}
