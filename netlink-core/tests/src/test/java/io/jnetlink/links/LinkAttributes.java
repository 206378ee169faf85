package io.jnetlink.links;

import io.jnetlink.message.AttributeReader;
import io.jnetlink.schema.AttributeSet;
import io.jnetlink.wire.NetlinkBuffer;
import io.jnetlink.wire.RawAttribute;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Attributes of a link, or of one of its nests, as a value or a view. */
public final class LinkAttributes extends AttributeReader {

    LinkAttributes(AttributeSet set) {
        super(set);
    }

    LinkAttributes wrap(NetlinkBuffer buffer, int offset, int length) {
        attach(buffer, offset, length);
        return this;
    }

    public String name() {
        return text(LinkFamily.IFNAME);
    }

    public boolean hasMtu() {
        return has(LinkFamily.MTU);
    }

    public long mtu() {
        return u32(LinkFamily.MTU);
    }

    public boolean hasName() {
        return has(LinkFamily.IFNAME);
    }

    /** The kind of link; empty if it says none. */
    public Optional<String> kind() {
        return nest(LinkFamily.LINKINFO, LinkFamily.INFO)
                .filter(info -> info.has(LinkFamily.INFO_KIND))
                .map(info -> info.text(LinkFamily.INFO_KIND));
    }

    /** The 64-bit number of so many bytes into the statistics. */
    public long statistic(int at) {
        return buffer().s64(payload(LinkFamily.STATS64, at + Long.BYTES) + at);
    }

    public List<String> alternativeNames() {
        return nest(LinkFamily.PROP_LIST, LinkFamily.ATTRIBUTES)
                .map(LinkAttributes::names)
                .orElse(List.of());
    }

    /** The VNI of a vxlan device. */
    public Optional<Long> vxlanId() {
        return vxlan().map(vxlan -> vxlan.u32(LinkFamily.VXLAN_ID));
    }

    /** The UDP port of a vxlan device. */
    public Optional<Integer> vxlanPort() {
        return vxlan().map(vxlan -> vxlan.u16(LinkFamily.VXLAN_PORT, ByteOrder.BIG_ENDIAN));
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof LinkAttributes that && sameContent(that);
    }

    @Override
    public int hashCode() {
        return contentHash();
    }

    private Optional<LinkAttributes> vxlan() {
        return nest(LinkFamily.LINKINFO, LinkFamily.INFO)
                .filter(info -> info.textIs(LinkFamily.INFO_KIND, "vxlan"))
                .flatMap(info -> info.nest(LinkFamily.INFO_DATA, LinkFamily.VXLAN));
    }

    private Optional<LinkAttributes> nest(int number, AttributeSet set) {
        return has(number)
                ? Optional.of(new LinkAttributes(set).wrap(buffer(), payload(number, 0), payloadLength(number)))
                : Optional.empty();
    }

    private List<String> names() {
        List<String> names = new ArrayList<>();
        for (int at : payloadsOf(LinkFamily.ALT_IFNAME)) {
            names.add(buffer().text(at, buffer().u16(at - 4) - 4));
        }
        return names;
    }

    /** An attribute that no spec names, by its number. */
    public Optional<RawAttribute> unknown(int number) {
        return unknown().stream().filter(a -> a.type() == number).findFirst();
    }
}
