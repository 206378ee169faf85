package io.jnetlink.client;

import io.jnetlink.testkit.FakeResponder;
import io.jnetlink.testkit.FakeSocket;
import io.jnetlink.wire.MessageFlags;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** Works off datagrams of many requests as the kernel does: in order, an error for each it refuses, an ack where asked for. */
final class VerdictKernel implements FakeResponder {

    private final Set<Integer> refused = new TreeSet<>();
    private final Set<Integer> lost = new TreeSet<>();
    private final List<Integer> batches = new ArrayList<>();
    private int seen;
    private int acknowledged;
    private int errno;

    /** Refuses these requests, counted from 0. */
    VerdictKernel refusing(int number, Integer... requests) {
        errno = number;
        refused.addAll(List.of(requests));
        return this;
    }

    /** Does not answer these requests. */
    VerdictKernel losing(Integer... requests) {
        lost.addAll(List.of(requests));
        return this;
    }

    /** How many requests each datagram had. */
    List<Integer> batches() {
        return batches;
    }

    /** How many acknowledgements were asked for. */
    int acknowledged() {
        return acknowledged;
    }

    @Override
    public void onRequest(FakeSocket socket, ByteBuffer datagram) {
        int before = seen;
        for (int at = 0; at < datagram.limit(); at += datagram.getInt(at) + 3 & ~3) {
            answer(socket, datagram.getShort(at + 6), Integer.toUnsignedLong(datagram.getInt(at + 8)));
            seen++;
        }
        batches.add(seen - before);
    }

    private void answer(FakeSocket socket, int flags, long sequence) {
        boolean wanted = (flags & MessageFlags.ACK) != 0;
        acknowledged += wanted ? 1 : 0;
        if (lost.contains(seen)) {
            return;
        }
        if (refused.contains(seen)) {
            socket.deliver(KernelMessages.to(sequence)
                    .error(errno, KernelMessages.text("request " + seen))
                    .bytes());
        } else if (wanted) {
            socket.deliver(KernelMessages.to(sequence).ack().bytes());
        }
    }
}
