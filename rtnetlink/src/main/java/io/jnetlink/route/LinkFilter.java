package io.jnetlink.route;

import io.jnetlink.route.link.LinkAttrs;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.wire.InvalidFieldException;
import org.jspecify.annotations.Nullable;

/**
 * Which links to list.
 *
 * <p>The kernel is asked to leave the others out, which spares the work of making, copying and decoding them: a bridge with
 * three ports among ten thousand links costs three messages. Kernels before 4.6 do not know the filter, and the others ignore
 * a kind that no loaded module has; then everything comes, and what does not match is dropped here.
 *
 * <p>Immutable.
 */
public final class LinkFilter {

    private static final LinkFilter ALL = new LinkFilter(null, 0);

    private final @Nullable String kind;
    private final int master;

    private LinkFilter(@Nullable String kind, int master) {
        this.kind = kind;
        this.master = master;
    }

    /** Every link. */
    public static LinkFilter all() {
        return ALL;
    }

    /**
     * Only links of a kind, such as {@code vxlan}.
     *
     * @throws InvalidFieldException if it is empty
     */
    public LinkFilter kind(String value) {
        if (value.isEmpty()) {
            throw new InvalidFieldException("link kind", "\"\"", "must not be empty");
        }
        return new LinkFilter(value, master);
    }

    /**
     * Only ports of a bridge, bond, VRF or the like.
     *
     * @param index index of the master
     * @throws InvalidFieldException if it is not positive
     */
    public LinkFilter master(int index) {
        if (index <= 0) {
            throw new InvalidFieldException("master", index, "must be 1.." + Integer.MAX_VALUE);
        }
        return new LinkFilter(kind, index);
    }

    /** The body of the request. Strict kernels want everything but the filter to be zero or absent. */
    LinkMessage question() {
        return LinkMessage.builder()
                .attributes(attributes -> {
                    if (master != 0) {
                        attributes.master(master);
                    }
                    if (kind != null) {
                        attributes.linkinfo(info -> info.kind(kind));
                    }
                })
                .build();
    }

    /** Whether a link is wanted. */
    boolean matches(LinkMessage link) {
        LinkAttrs attributes = link.attributes();
        boolean wantedMaster = master == 0 || attributes.hasMaster() && attributes.master() == master;
        return wantedMaster && (kind == null || isOfKind(attributes, kind));
    }

    private static boolean isOfKind(LinkAttrs attributes, String wanted) {
        return attributes.hasLinkinfo()
                && attributes.linkinfo().hasKind()
                && attributes.linkinfo().kind().equals(wanted);
    }

    @Override
    public String toString() {
        String ports = master == 0 ? "links" : "ports of link " + master;
        return kind == null ? ports : ports + " of kind " + kind;
    }
}
