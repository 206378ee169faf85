package io.jnetlink.ovs.rule;

import io.jnetlink.ovs.flow.ActionAttrs;
import io.jnetlink.ovs.flow.ActionHash;
import io.jnetlink.ovs.flow.ActionPushVlan;
import io.jnetlink.ovs.flow.CtAttrs;
import io.jnetlink.ovs.flow.HashAlg;
import io.jnetlink.ovs.flow.KeyAttrs;
import io.jnetlink.ovs.flow.MaskedKeyAttrs;
import io.jnetlink.wire.InvalidFieldException;
import java.util.function.Consumer;

/**
 * What is done with a packet, step by step.
 *
 * <p>Immutable: each method returns a list with one more step.
 *
 * <pre>{@code
 * Actions.first().setTunnel(tunnel -> tunnel.id(42).dst(remote)).output(vxlan).output(2)
 * }</pre>
 */
public final class Actions {

    /** In place of a port id: the datapath picks the socket of the processor, where it dispatches upcalls so. */
    public static final long PER_CPU_PID = 0xffff_ffffL;

    private static final Actions NONE = new Actions(ActionAttrs.builder().build());

    private final ActionAttrs attributes;

    private Actions(ActionAttrs attributes) {
        this.attributes = attributes;
    }

    /** Nothing: the packet is dropped. */
    public static Actions drop() {
        return NONE;
    }

    /** No step yet. */
    public static Actions first() {
        return NONE;
    }

    /** Output to a port. */
    public static Actions toPort(long port) {
        return NONE.output(port);
    }

    /** Steps that are there already, such as those of a text or of a flow. */
    public static Actions of(ActionAttrs attributes) {
        return new Actions(attributes);
    }

    /** Sends a copy of the packet, as it is by now, out of a port. */
    public Actions output(long port) {
        return then(a -> a.output(port));
    }

    /**
     * Says which way the packet takes through the tunnel port that it is output to next.
     *
     * @throws InvalidFieldException if there is no destination, the ends are of different families, or the time to live is
     *     out of range
     */
    public Actions setTunnel(Consumer<TunnelSpec> fill) {
        TunnelSpec tunnel = new TunnelSpec();
        fill.accept(tunnel);
        return then(a -> a.set(key -> key.tunnel(tunnel.build())));
    }

    /** Overwrites one header. */
    public Actions set(Consumer<KeyAttrs.Builder> header) {
        return then(a -> a.set(header));
    }

    /** Overwrites bits of one header. */
    public Actions setMasked(Consumer<MaskedKeyAttrs.Builder> header) {
        return then(a -> a.setMasked(header));
    }

    /**
     * Puts a tag of a VLAN in front, with ethertype 0x8100.
     *
     * @throws InvalidFieldException if id or priority are out of range
     */
    public Actions pushVlan(int vid, int priority) {
        return then(a -> a.pushVlan(new ActionPushVlan(Ethertypes.VLAN, VlanTag.of(vid, priority))));
    }

    /** Takes the outermost tag away. */
    public Actions popVlan() {
        return then(ActionAttrs.Builder::popVlan);
    }

    /** Looks the packet up again, under an id. */
    public Actions recirc(long id) {
        return then(a -> a.recirc(id));
    }

    /** Computes a hash over the layer-4 headers, for the next lookup. */
    public Actions hash(long basis) {
        return then(a -> a.hash(new ActionHash(HashAlg.L4, basis)));
    }

    /**
     * Hands the packet to user space, to one socket.
     *
     * @param portId its netlink port id
     * @param userdata comes along with the packet
     */
    public Actions userspace(long portId, byte... userdata) {
        return then(a -> a.userspace(u -> u.pid(portId).userdata(userdata)));
    }

    /**
     * Hands the packet to user space, to the socket of the processor.
     *
     * @param userdata comes along with the packet
     */
    public Actions userspacePerCpu(byte... userdata) {
        return userspace(PER_CPU_PID, userdata);
    }

    /** Cuts what is output next. */
    public Actions trunc(long bytes) {
        return then(a -> a.trunc(bytes));
    }

    /** Lets a meter drop the packet. */
    public Actions meter(long id) {
        return then(a -> a.meter(id));
    }

    /** Lets connection tracking see the packet. */
    public Actions ct(Consumer<CtAttrs.Builder> fill) {
        return then(a -> a.ct(fill));
    }

    /** Forgets what connection tracking said. */
    public Actions ctClear() {
        return then(ActionAttrs.Builder::ctClear);
    }

    /** Adds steps by the generated builder, for what has no method here. */
    public Actions then(Consumer<ActionAttrs.Builder> steps) {
        ActionAttrs.Builder more = attributes.toBuilder();
        steps.accept(more);
        return new Actions(more.build());
    }

    /** As they go to the kernel. */
    public ActionAttrs attributes() {
        return attributes;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Actions that && attributes.equals(that.attributes);
    }

    @Override
    public int hashCode() {
        return attributes.hashCode();
    }

    @Override
    public String toString() {
        return attributes.toString();
    }
}
