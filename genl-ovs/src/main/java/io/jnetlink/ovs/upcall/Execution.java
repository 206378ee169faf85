package io.jnetlink.ovs.upcall;

import io.jnetlink.ovs.flow.ActionAttrs;
import io.jnetlink.ovs.flow.KeyAttrs;
import io.jnetlink.ovs.rule.Actions;
import io.jnetlink.wire.InvalidFieldException;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * A packet, and what the datapath is to do with it once.
 *
 * <p>Immutable.
 */
public final class Execution {

    /** Bytes that a packet must have. */
    public static final int LEAST_PACKET = 14;
    /** Bytes that a packet can have: it must fit one attribute. */
    public static final int LONGEST_PACKET = 0xffff - 4;

    private final byte[] packet;
    private final KeyAttrs key;
    private final ActionAttrs actions;
    private final boolean probe;
    private final @Nullable Integer mru;
    private final @Nullable Long hash;
    private final @Nullable Long upcallPid;

    private Execution(
            byte[] packet,
            KeyAttrs key,
            ActionAttrs actions,
            boolean probe,
            @Nullable Integer mru,
            @Nullable Long hash,
            @Nullable Long upcallPid) {
        this.packet = packet;
        this.key = key;
        this.actions = actions;
        this.probe = probe;
        this.mru = mru;
        this.hash = hash;
        this.upcallPid = upcallPid;
    }

    /**
     * What to do with a packet.
     *
     * @param packet from the Ethernet header on
     * @param key what the packet does not say itself: the port that it came in by, its mark, the tunnel. More does no harm;
     *     without an Ethernet header, its ethertype.
     * @throws InvalidFieldException if the packet has fewer than {@value #LEAST_PACKET} or more than {@value
     *     #LONGEST_PACKET} bytes
     */
    public static Execution of(byte[] packet, KeyAttrs key, Actions actions) {
        Objects.requireNonNull(actions, "actions required: Actions.drop() for none");
        return of(packet, key, actions.attributes());
    }

    /**
     * What to do with a packet.
     *
     * @throws InvalidFieldException if the packet has fewer than {@value #LEAST_PACKET} or more than {@value
     *     #LONGEST_PACKET} bytes
     */
    public static Execution of(byte[] packet, KeyAttrs key, ActionAttrs actions) {
        Objects.requireNonNull(actions, "actions required: an empty list for none");
        requireLength(packet.length);
        return owning(packet.clone(), key, actions);
    }

    /** Takes an array that nobody else has. */
    static Execution owning(byte[] packet, KeyAttrs key, ActionAttrs actions) {
        return new Execution(packet, key, actions, false, null, null, null);
    }

    static void requireLength(int length) {
        if (length < LEAST_PACKET) {
            throw new InvalidFieldException(
                    "packet", length + " bytes", "packet too short: must have at least " + LEAST_PACKET + " bytes");
        }
        if (length > LONGEST_PACKET) {
            throw new InvalidFieldException(
                    "packet", length + " bytes", "must fit one attribute, in at most " + LONGEST_PACKET + " bytes");
        }
    }

    /** The same, asking the kernel not to log a refusal: for finding out what it can do. */
    public Execution probing() {
        return new Execution(packet, key, actions, true, mru, hash, upcallPid);
    }

    /** The same with the length of the largest fragment that the packet was put together from. */
    public Execution withMru(int bytes) {
        return new Execution(packet, key, actions, probe, bytes, hash, upcallPid);
    }

    /** The same with the hash of the packet, as an upcall had it. */
    public Execution withHash(long value) {
        return new Execution(packet, key, actions, probe, mru, value, upcallPid);
    }

    /** The same with the socket for upcalls that come of it, where they are dispatched by processor. */
    public Execution withUpcallPid(long portId) {
        return new Execution(packet, key, actions, probe, mru, hash, portId);
    }

    /** A copy of the packet. */
    public byte[] packet() {
        return packet.clone();
    }

    /** Bytes of the packet. */
    public int packetLength() {
        return packet.length;
    }

    /** What the packet does not say itself. */
    public KeyAttrs key() {
        return key;
    }

    /** What to do. */
    public ActionAttrs actions() {
        return actions;
    }

    /** Whether it only shows what the kernel can do. */
    public boolean isProbing() {
        return probe;
    }

    /** Length of the largest fragment. */
    public OptionalInt mru() {
        return mru == null ? OptionalInt.empty() : OptionalInt.of(mru);
    }

    /** Hash of the packet. */
    public OptionalLong hash() {
        return hash == null ? OptionalLong.empty() : OptionalLong.of(hash);
    }

    /** Socket for upcalls that come of it. */
    public OptionalLong upcallPid() {
        return upcallPid == null ? OptionalLong.empty() : OptionalLong.of(upcallPid);
    }

    @Override
    public String toString() {
        return packet.length + " bytes, " + key + " actions: " + actions;
    }

    byte[] packetBytes() {
        return packet;
    }
}
