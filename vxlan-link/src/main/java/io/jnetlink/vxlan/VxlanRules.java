package io.jnetlink.vxlan;

import io.jnetlink.route.link.LinkinfoVxlanAttrs;
import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.IpAddress;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How VXLAN options must fit together ({@code vxlan_config_validate} and {@code vxlan_nl2conf} in
 * {@code drivers/net/vxlan/vxlan_core.c}).
 */
final class VxlanRules {

    /** Header bits that every VXLAN device uses: the VNI flag and the VNI. */
    private static final long USED_BITS = 0x0800_0000_ffff_ff00L;

    private final LinkinfoVxlanAttrs options;
    private final boolean hasDevice;
    private final @Nullable IpAddress destination;
    private final @Nullable IpAddress local;

    private VxlanRules(LinkinfoVxlanAttrs options, boolean hasDevice) {
        this.options = options;
        this.hasDevice = hasDevice;
        this.destination = options.hasGroup6() ? options.group6() : options.hasGroup() ? options.group() : null;
        this.local = options.hasLocal6() ? options.local6() : options.hasLocal() ? options.local() : null;
    }

    static void check(LinkinfoVxlanAttrs options, boolean hasDevice) {
        VxlanRules rules = new VxlanRules(options, hasDevice);
        rules.checkIdentity();
        rules.checkFamilies();
        rules.checkScopes();
        rules.checkExtensions();
    }

    private boolean external() {
        return options.hasCollectMetadata() && options.collectMetadata() != 0;
    }

    private void checkIdentity() {
        if (external() && options.hasId()) {
            throw new InvalidFieldException("vni", options.id(), "must not be given together with external");
        }
        if (!external() && !options.hasId()) {
            throw new InvalidFieldException("vni", "absent", "must be given unless external is");
        }
        if (options.hasVnifilter() && options.vnifilter() != 0 && !external()) {
            throw new InvalidFieldException("vnifilter", "on", "needs external");
        }
        if (options.hasReservedBits() && (options.reservedBits() & USED_BITS) != 0) {
            throw new InvalidFieldException(
                    "reserved_bits",
                    "0x" + Long.toHexString(options.reservedBits()),
                    "must not contain bits in use (0x" + Long.toHexString(USED_BITS) + ")");
        }
    }

    private void checkFamilies() {
        boolean both = options.hasGroup() && options.hasGroup6() || options.hasLocal() && options.hasLocal6();
        if (both || destination != null && local != null && destination.isV4() != local.isV4()) {
            throw new InvalidFieldException("local", local, "must be of one address family with remote or group");
        }
        boolean v6 = destination != null && destination.isV6() || local != null && local.isV6();
        if (options.hasLabel() && options.label() != 0 && !v6) {
            throw new InvalidFieldException(
                    "flowlabel", options.label(), "needs an IPv6 address as remote, group or local");
        }
        if (options.hasLabelPolicy() && !v6) {
            throw new InvalidFieldException(
                    "label policy", options.labelPolicy(), "needs an IPv6 address as remote, group or local");
        }
    }

    private void checkScopes() {
        if (destination != null && destination.isMulticast() && !hasDevice) {
            throw new InvalidFieldException("group", destination, "needs dev");
        }
        boolean linkLocal = isLinkLocal(destination) || isLinkLocal(local);
        if (linkLocal && !hasDevice) {
            IpAddress which = isLinkLocal(local) ? local : destination;
            throw new InvalidFieldException(which == local ? "local" : "remote", which, "is link-local and needs dev");
        }
        if (linkLocal && isScoped(destination) && isScoped(local) && isLinkLocal(destination) != isLinkLocal(local)) {
            throw new InvalidFieldException("local", local, "must have the scope of " + destination);
        }
    }

    /** The scope of a multicast or unspecified address does not count. */
    private static boolean isScoped(@Nullable IpAddress address) {
        return address != null && !address.isMulticast() && !address.isUnspecified();
    }

    private static boolean isLinkLocal(@Nullable IpAddress address) {
        return address != null && address.isLinkLocalV6();
    }

    private void checkExtensions() {
        if (!options.hasGpe()) {
            return;
        }
        if (options.hasGbp()) {
            throw new InvalidFieldException("gpe", "on", "must not be given together with gbp");
        }
        if (!external()) {
            throw new InvalidFieldException("gpe", "on", "needs external");
        }
        List<String> excluded = new ArrayList<>();
        note(excluded, "learning", options.hasLearning() && options.learning() != 0);
        note(excluded, "proxy", options.hasProxy() && options.proxy() != 0);
        note(excluded, "rsc", options.hasRsc() && options.rsc() != 0);
        note(excluded, "l2miss", options.hasL2miss() && options.l2miss() != 0);
        note(excluded, "l3miss", options.hasL3miss() && options.l3miss() != 0);
        note(excluded, "remcsumtx", options.hasRemcsumTx() && options.remcsumTx() != 0);
        note(excluded, "remcsumrx", options.hasRemcsumRx() && options.remcsumRx() != 0);
        note(excluded, "remcsum_nopartial", options.hasRemcsumNopartial());
        note(excluded, "ttl inherit", options.hasTtlInherit());
        if (!excluded.isEmpty()) {
            throw new InvalidFieldException(
                    "gpe", "on", "must not be given together with " + String.join(", ", excluded));
        }
    }

    private static void note(List<String> excluded, String option, boolean on) {
        if (on) {
            excluded.add(option);
        }
    }
}
