package io.jnetlink.ovs.upcall;

import io.jnetlink.ovs.flow.KeyAttrs;
import io.jnetlink.ovs.flow.KeyAttrsView;
import io.jnetlink.ovs.packet.PacketAttrsView;
import io.jnetlink.ovs.packet.PacketMessageView;
import io.jnetlink.ovs.rule.Actions;
import io.jnetlink.wire.AttributeCursor;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.NetlinkBuffer;
import java.nio.ByteBuffer;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * A packet that a datapath handed to user space, seen where it was received.
 *
 * <p>Not thread-safe. Valid during the call of the handler only: afterwards every method throws {@link
 * IllegalStateException}. What returns values or arrays returns copies, which stay.
 */
public abstract sealed class Upcall permits MissUpcall, ActionUpcall {

    private static final int OVS_HEADER = 4;
    /** {@code OVS_PACKET_ATTR_PACKET}. */
    private static final int PACKET = 1;

    private final PacketMessageView view = new PacketMessageView();
    private final AttributeCursor cursor = new AttributeCursor();
    private NetlinkBuffer buffer = NetlinkBuffer.allocate(0);
    private int packetOffset;
    private int packetLength;
    private boolean valid;

    Upcall() {}

    /**
     * Moves to a message.
     *
     * @throws MalformedMessageException if a length is wrong, or key or packet are missing
     */
    final void wrap(NetlinkBuffer source, int offset, int length) {
        buffer = source;
        packetOffset = 0;
        view.wrapBody(source, offset, length);
        cursor.wrap(source, offset + OVS_HEADER, length - OVS_HEADER);
        while (cursor.next()) {
            if (cursor.type() == PACKET) {
                packetOffset = cursor.payloadOffset();
                packetLength = cursor.payloadLength();
            }
        }
        if (packetOffset == 0 || !view.attributes().hasKey()) {
            throw new MalformedMessageException("an upcall has a packet and a key: one is missing", offset);
        }
        valid = true;
    }

    /** Makes all methods throw. */
    final void end() {
        valid = false;
    }

    /** The index of the datapath that it comes from. */
    public final int datapathIndex() {
        return view().header().dpIfindex();
    }

    /** What the datapath read from the packet, and where it came from; a copy. */
    public final KeyAttrs key() {
        return attributes().key().toValue();
    }

    /** The same as a view. */
    public final KeyAttrsView keyView() {
        return attributes().key();
    }

    /**
     * The port that it came in by.
     *
     * @throws java.util.NoSuchElementException if it came in by none, as packets of user space may
     */
    public final long inPort() {
        return attributes().key().inPort();
    }

    /** Whether it begins with an Ethernet header. If not, the key has the ethertype. */
    public final boolean hasEthernet() {
        return attributes().key().hasEthernet();
    }

    /** The packet, as it lies in the receive buffer: read it, and keep nothing of it. */
    public final ByteBuffer packet() {
        check();
        return buffer.slice(packetOffset, packetLength).asReadOnlyBuffer();
    }

    /** A copy of the packet. */
    public final byte[] packetBytes() {
        check();
        return buffer.bytes(packetOffset, packetLength);
    }

    /** Bytes of the packet that are here. */
    public final int packetLength() {
        check();
        return packetLength;
    }

    /** Bytes that the packet had before an action cut it. */
    public final long originalLength() {
        PacketAttrsView attributes = attributes();
        return attributes.hasLen() ? attributes.len() : packetLength;
    }

    /** Length of the largest fragment, if the packet was put together from some. */
    public final OptionalInt mru() {
        PacketAttrsView attributes = attributes();
        return attributes.hasMru() ? OptionalInt.of(attributes.mru()) : OptionalInt.empty();
    }

    /** Hash of the packet, which goes back with it; kernels before 5.5 have none. */
    public final OptionalLong hash() {
        PacketAttrsView attributes = attributes();
        return attributes.hasHash() ? OptionalLong.of(attributes.hash()) : OptionalLong.empty();
    }

    /** Everything, as the kernel sent it. */
    public final PacketMessageView view() {
        check();
        return view;
    }

    /**
     * This packet with its key, hash and fragment length, to send back with something to do; a copy, which stays.
     *
     * @throws io.jnetlink.wire.InvalidFieldException if the packet is too short or too long for that
     */
    public final Execution execution(Actions actions) {
        Execution.requireLength(packetLength());
        Execution execution = Execution.owning(packetBytes(), key(), actions.attributes());
        OptionalInt mru = mru();
        if (mru.isPresent()) {
            execution = execution.withMru(mru.getAsInt());
        }
        OptionalLong hash = hash();
        return hash.isPresent() ? execution.withHash(hash.getAsLong()) : execution;
    }

    final PacketAttrsView attributes() {
        return view().attributes();
    }

    private void check() {
        if (!valid) {
            throw new IllegalStateException("an upcall is valid during the call of its handler only");
        }
    }

    @Override
    public final String toString() {
        return valid ? "upcall of datapath " + datapathIndex() + ": " + view.attributes() : "upcall, dealt with";
    }
}
