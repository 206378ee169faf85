package io.jnetlink.vxlan;

import io.jnetlink.route.InterfaceName;
import io.jnetlink.route.LinkSettings;
import io.jnetlink.route.link.LinkinfoVxlanAttrs;
import io.jnetlink.route.link.VxlanDf;
import io.jnetlink.route.link.VxlanLabelPolicy;
import io.jnetlink.route.link.VxlanPortRange;
import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.IpAddress;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A VXLAN device to be made: {@code ip link add NAME type vxlan …}.
 *
 * <p>Immutable, and checked when built: what the kernel is known to refuse is refused here, with the option, the value
 * and the rule. Only what was set is sent, so the kernel's defaults hold for the rest: port 8472 (not IANA's 4789),
 * learning on, UDP checksum on, ageing 300 seconds.
 *
 * <pre>{@code
 * VxlanConfig config = VxlanConfig.builder("vxlan0")
 *         .vni(1111).port(5799).remote("10.145.69.49").local("10.145.69.26").device("eth4")
 *         .build();
 * }</pre>
 */
public final class VxlanConfig {

    private final LinkSettings link;
    private final LinkinfoVxlanAttrs attributes;
    private final @Nullable String device;

    private VxlanConfig(LinkSettings link, LinkinfoVxlanAttrs attributes, @Nullable String device) {
        this.link = link;
        this.attributes = attributes;
        this.device = device;
    }

    /**
     * Starts the description of a device.
     *
     * @param name its name
     * @throws InvalidFieldException if the kernel would refuse the name, or take it as a template
     */
    public static Builder builder(String name) {
        return new Builder(name);
    }

    /** What it has in common with links of other kinds. */
    public LinkSettings link() {
        return link;
    }

    /** The options as they are sent, except for a lower device given by name. */
    public LinkinfoVxlanAttrs attributes() {
        return attributes;
    }

    /** The lower device, if it was given by name. */
    public Optional<String> device() {
        return Optional.ofNullable(device);
    }

    @Override
    public String toString() {
        return link.name() + " type vxlan " + attributes + (device == null ? "" : " dev " + device);
    }

    /**
     * Collects the options; each is named as in {@code ip link}, or as its attribute where {@code ip} has none.
     *
     * <p>Not thread-safe. Setting an option again replaces it.
     */
    public static final class Builder {

        private static final int MAX_VNI = 0xff_ffff;
        private static final int MAX_FLOW_LABEL = 0xf_ffff;
        private static final int MAX_PORT = 0xffff;
        private static final int TOS_INHERIT = 1;

        private final LinkSettings.Builder link;
        private final LinkinfoVxlanAttrs.Builder attributes = LinkinfoVxlanAttrs.builder();
        private @Nullable String device;
        private @Nullable IpAddress group;
        private @Nullable IpAddress remote;

        private Builder(String name) {
            this.link = LinkSettings.builder(name);
        }

        /** Settings that links of every kind have: {@code link(l -> l.mtu(1450).up())}. */
        public Builder link(Consumer<LinkSettings.Builder> settings) {
            settings.accept(link);
            return this;
        }

        /** {@code id}: the VXLAN network identifier, 0..16777215. Required unless the device is external. */
        public Builder vni(int vni) {
            attributes.id(inRange("vni", vni, 0, MAX_VNI));
            return this;
        }

        /** {@code group}: the multicast group that frames to unknown places go to. Needs a lower device. */
        public Builder group(IpAddress address) {
            if (!address.isMulticast()) {
                throw new InvalidFieldException("group", address, "must be a multicast address");
            }
            group = address;
            return destination(address);
        }

        /** {@code group}, from text. */
        public Builder group(String address) {
            return group(IpAddress.parse(address));
        }

        /** {@code remote}: the unicast address that frames to unknown places go to. */
        public Builder remote(IpAddress address) {
            requireUnicast("remote", address);
            remote = address;
            return destination(address);
        }

        /** {@code remote}, from text. */
        public Builder remote(String address) {
            return remote(IpAddress.parse(address));
        }

        /** {@code local}: the source address of the packets. */
        public Builder local(IpAddress address) {
            requireUnicast("local", address);
            if (address.isV4()) {
                attributes.local(address);
            } else {
                attributes.local6(address);
            }
            return this;
        }

        /** {@code local}, from text. */
        public Builder local(String address) {
            return local(IpAddress.parse(address));
        }

        /** {@code dev}: the lower device, by name; looked up when the device is added. */
        public Builder device(String name) {
            device = new InterfaceName(name).value();
            return this;
        }

        /** {@code dev}: the lower device, by its interface index. */
        public Builder device(int index) {
            attributes.link(inRange("dev", index, 1, Integer.MAX_VALUE));
            return this;
        }

        /** {@code ttl}: time to live of the packets, 1..255. */
        public Builder ttl(int hops) {
            attributes.ttl((int) inRange("ttl", hops, 1, 0xff));
            return this;
        }

        /** {@code ttl auto}: the kernel chooses, by whether the destination is multicast. */
        public Builder ttlAuto() {
            attributes.ttl(0);
            return this;
        }

        /** {@code ttl inherit}: as in the packet inside. */
        public Builder ttlInherit() {
            attributes.ttlInherit(true);
            return this;
        }

        /** {@code tos}: type of service of the packets, 0..255; 1 means inherit. */
        public Builder tos(int bits) {
            attributes.tos((int) inRange("tos", bits, 0, 0xff));
            return this;
        }

        /** {@code tos inherit}: as in the packet inside. */
        public Builder tosInherit() {
            return tos(TOS_INHERIT);
        }

        /** {@code df}: the don't-fragment bit of IPv4 packets. */
        public Builder dontFragment(VxlanDf policy) {
            attributes.df(policy);
            return this;
        }

        /** {@code flowlabel}: of IPv6 packets, 0..1048575. */
        public Builder flowLabel(int label) {
            attributes.label(inRange("flowlabel", label, 0, MAX_FLOW_LABEL));
            return this;
        }

        /** Where the flow label comes from: the fixed one, or the packet inside. IPv6 only, kernel 6.7. */
        public Builder labelPolicy(VxlanLabelPolicy policy) {
            attributes.labelPolicy(policy);
            return this;
        }

        /** {@code ageing}: how long a learned address stays unseen before it is forgotten; whole seconds, at least one. */
        public Builder ageing(Duration lifetime) {
            if (lifetime.getNano() != 0) {
                throw new InvalidFieldException("ageing", lifetime, "must be whole seconds");
            }
            // The kernel takes 0 for "not set" and uses 300 seconds.
            attributes.ageing(inRange("ageing", lifetime.toSeconds(), 1, Integer.MAX_VALUE));
            return this;
        }

        /** {@code maxaddress}: most entries of the forwarding table, 0..4294967295; 0 for no limit. */
        public Builder maxAddresses(long entries) {
            attributes.limit(inRange("maxaddress", entries, 0, 0xffff_ffffL));
            return this;
        }

        /** {@code srcport}: UDP source ports, 0..65535 each, the lower first; 0 and 0 for the kernel's choice. */
        public Builder sourcePorts(int low, int high) {
            inRange("srcport", low, 0, MAX_PORT);
            inRange("srcport", high, 0, MAX_PORT);
            if (high < low) {
                throw new InvalidFieldException("srcport", low + " " + high, "must have the lower port first");
            }
            attributes.portRange(new VxlanPortRange(low, high));
            return this;
        }

        /** {@code dstport}: UDP port of both ends, 1..65535. Without it the kernel takes 8472, or 4790 with {@link #gpe}. */
        public Builder port(int port) {
            attributes.port((int) inRange("dstport", port, 1, MAX_PORT));
            return this;
        }

        /** {@code [no]learning}: learn where addresses are from the packets that arrive. */
        public Builder learning(boolean on) {
            attributes.learning(flag(on));
            return this;
        }

        /** {@code [no]proxy}: answer ARP and neighbour solicitations. */
        public Builder proxy(boolean on) {
            attributes.proxy(flag(on));
            return this;
        }

        /** {@code [no]rsc}: route short circuit. */
        public Builder rsc(boolean on) {
            attributes.rsc(flag(on));
            return this;
        }

        /** {@code [no]l2miss}: notify of unknown link-layer addresses. */
        public Builder l2miss(boolean on) {
            attributes.l2miss(flag(on));
            return this;
        }

        /** {@code [no]l3miss}: notify of unknown IP addresses. */
        public Builder l3miss(boolean on) {
            attributes.l3miss(flag(on));
            return this;
        }

        /** {@code [no]udpcsum}: UDP checksum over IPv4. */
        public Builder udpChecksum(boolean on) {
            attributes.udpCsum(flag(on));
            return this;
        }

        /** {@code [no]udp6zerocsumtx}: send no UDP checksum over IPv6. */
        public Builder udp6ZeroChecksumTx(boolean on) {
            attributes.udpZeroCsum6Tx(flag(on));
            return this;
        }

        /** {@code [no]udp6zerocsumrx}: accept packets without UDP checksum over IPv6. */
        public Builder udp6ZeroChecksumRx(boolean on) {
            attributes.udpZeroCsum6Rx(flag(on));
            return this;
        }

        /** {@code [no]remcsumtx}: remote checksum offload when sending. */
        public Builder remoteChecksumTx(boolean on) {
            attributes.remcsumTx(flag(on));
            return this;
        }

        /** {@code [no]remcsumrx}: remote checksum offload when receiving. */
        public Builder remoteChecksumRx(boolean on) {
            attributes.remcsumRx(flag(on));
            return this;
        }

        /** Remote checksum offload takes the whole checksum, not a part; {@code ip} has no word for it. */
        public Builder remoteChecksumNoPartial() {
            attributes.remcsumNopartial(true);
            return this;
        }

        /** {@code [no]localbypass}: hand packets to a local VXLAN device over directly. Kernel 6.5. */
        public Builder localBypass(boolean on) {
            attributes.localbypass(flag(on));
            return this;
        }

        /** {@code [no]mcroute}: let multicast packets be routed. Kernel 6.17, which never tells whether it is on. */
        public Builder multicastRoute(boolean on) {
            attributes.mcRoute(flag(on));
            return this;
        }

        /** {@code external}: an outside controller gives VNI and addresses with each packet. Excludes {@link #vni}. */
        public Builder external() {
            attributes.collectMetadata(1);
            return this;
        }

        /** {@code vnifilter}: accept only VNIs that were added. Needs {@link #external}. Kernel 5.18. */
        public Builder vniFilter(boolean on) {
            attributes.vnifilter(flag(on));
            return this;
        }

        /** {@code gbp}: the group-policy extension. Excludes {@link #gpe}. */
        public Builder gbp() {
            attributes.gbp(true);
            return this;
        }

        /**
         * {@code gpe}: the generic protocol extension. Needs {@link #external}, and leaves learning and most other options
         * off.
         */
        public Builder gpe() {
            attributes.gpe(true);
            return this;
        }

        /**
         * {@code reserved_bits}: the bits of the VXLAN header that must be zero in arriving packets, as the header's eight
         * bytes read as one big-endian number. Bits of a feature that is given must not be among them; those of remote
         * checksum offload count as soon as one of its two options is given, even to turn it off. Kernel 6.14.
         */
        public Builder reservedBits(long bits) {
            attributes.reservedBits(bits);
            return this;
        }

        /**
         * Checks how the options fit together.
         *
         * @throws InvalidFieldException naming the option, the value and the rule
         */
        public VxlanConfig build() {
            if (group != null && remote != null) {
                throw new InvalidFieldException("remote", remote, "must not be given together with group " + group);
            }
            LinkinfoVxlanAttrs draft = attributes.build();
            if (draft.hasGpe() && !draft.hasLearning()) {
                // Learning is on unless it is turned off, and the kernel refuses it beside gpe.
                draft = draft.toBuilder().learning(0).build();
            }
            VxlanRules.check(draft, device != null || draft.hasLink());
            return new VxlanConfig(link.build(), draft, device);
        }

        private Builder destination(IpAddress address) {
            if (address.isV4()) {
                attributes.group(address);
            } else {
                attributes.group6(address);
            }
            return this;
        }

        private static void requireUnicast(String option, IpAddress address) {
            if (address.isMulticast()) {
                throw new InvalidFieldException(option, address, "must be a unicast address");
            }
        }

        private static long inRange(String option, long value, long min, long max) {
            if (value < min || value > max) {
                throw new InvalidFieldException(option, value, "must be " + min + ".." + max);
            }
            return value;
        }

        private static int flag(boolean on) {
            return on ? 1 : 0;
        }
    }
}
