package io.jnetlink.ovs.upcall;

import io.jnetlink.ovs.packet.OvsPacket;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageReader;
import io.jnetlink.wire.NetlinkBuffer;

/**
 * Takes datagrams apart and hands what is in them to a handler, through objects that are used again and again.
 *
 * <p>Not thread-safe: one for each socket.
 */
final class UpcallDispatch {

    private static final int GENERIC_HEADER = 4;
    private static final int OVS_HEADER = 4;

    private final int family;
    private final int datapath;
    private final UpcallHandler handler;
    private final UpcallTally tally;
    private final MessageReader reader = new MessageReader();
    private final MissUpcall miss = new MissUpcall();
    private final ActionUpcall action = new ActionUpcall();
    private final Runnable handMiss;
    private final Runnable handAction;

    /**
     * @param family number of the family of packets
     * @param datapath index of the datapath whose packets count
     */
    UpcallDispatch(int family, int datapath, UpcallHandler handler, UpcallTally tally) {
        this.family = family;
        this.datapath = datapath;
        this.handler = handler;
        this.tally = tally;
        this.handMiss = () -> handler.miss(miss);
        this.handAction = () -> handler.action(action);
    }

    /** Hands over all upcalls of a datagram. Throws nothing. */
    void datagram(NetlinkBuffer buffer, int length) {
        try {
            reader.wrap(buffer, 0, length);
            while (reader.next()) {
                message(buffer);
            }
        } catch (MalformedMessageException e) {
            malformed(e);
        }
    }

    /** Tells that packets were dropped. */
    void overrun() {
        tally.overruns.increment();
        guarded(() -> handler.lost(1));
    }

    /** Tells that a message could not be read. */
    void malformed(RuntimeException reason) {
        tally.malformed.increment();
        report(reason);
    }

    private void message(NetlinkBuffer buffer) {
        int offset = reader.bodyOffset() + GENERIC_HEADER;
        int length = reader.bodyLength() - GENERIC_HEADER;
        if (reader.type() != family) {
            tally.foreign.increment();
            return;
        }
        if (length < OVS_HEADER) {
            throw new MalformedMessageException("an upcall of " + length + " bytes", offset);
        }
        int command = buffer.u8(reader.bodyOffset());
        if (buffer.s32(offset, buffer.hostOrder()) != datapath) {
            tally.foreign.increment();
        } else if (command == OvsPacket.MISS.schema().reply()) {
            miss.wrap(buffer, offset, length);
            tally.misses.increment();
            hand(miss, handMiss);
        } else if (command == OvsPacket.ACTION.schema().reply()) {
            action.wrap(buffer, offset, length);
            tally.actions.increment();
            hand(action, handAction);
        } else {
            tally.foreign.increment();
        }
    }

    private void hand(Upcall upcall, Runnable call) {
        try {
            guarded(call);
        } finally {
            upcall.end();
        }
    }

    private void guarded(Runnable call) {
        try {
            call.run();
        } catch (RuntimeException | Error e) {
            tally.failures.increment();
            report(e);
        }
    }

    /** A handler that cannot even bear its own failures must not stop the loop. */
    private void report(Throwable failure) {
        try {
            handler.failed(failure);
        } catch (RuntimeException | Error e) {
            if (e != failure) {
                e.addSuppressed(failure);
            }
            FailureLog.write(e);
        }
    }
}
