package io.jnetlink.client;

import io.jnetlink.links.Link;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.sys.Errno;
import io.jnetlink.testkit.FakeKernel;
import io.jnetlink.testkit.FakeSocket;
import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.MessageWriter;
import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Links in a fake kernel, which tells of each change and lists them on request, one datagram each. Things can be made to happen
 * between the datagrams of a listing.
 */
final class FakeLinks {

    static final int NEWLINK = 16;
    static final int DELLINK = 17;
    static final int GROUP = 1;
    private static final int INDEX_OFFSET = 20;

    /** The fold that a reader of links has: by index. */
    static final StateFold FOLD = message -> switch (message.type()) {
        case NEWLINK -> Folding.put(message.bytes().s32(INDEX_OFFSET));
        case DELLINK -> Folding.remove(message.bytes().s32(INDEX_OFFSET));
        default -> Folding.ignore();
    };

    private final FakeKernel kernel;
    private final TreeMap<Integer, String> links = new TreeMap<>();
    private final List<Map<Integer, String>> history = new ArrayList<>();
    private final Deque<Runnable> betweenParts = new ArrayDeque<>();
    private int listings;
    private boolean interrupting;
    private boolean losingEnd;

    FakeLinks() {
        kernel = FakeKernel.respondingBy(this::list).withVirtualTime();
        history.add(Map.of());
    }

    static StateSource source() {
        return StateSource.of("links", List.of(LinkFamily.list()), FOLD, LinkFamily.GROUP);
    }

    StateFeed open(ResyncPolicy policy) {
        return StateFeed.open(config(), policy, source());
    }

    NetlinkConfig config() {
        return NetlinkConfig.builder(ClientFixture.smallSocket())
                .syscalls(kernel)
                .timeout(ClientFixture.TIMEOUT)
                .build();
    }

    FakeKernel kernel() {
        return kernel;
    }

    /** The socket that notifications come to. */
    FakeSocket events() {
        return kernel.sockets().stream()
                .filter(s -> !s.groups().isEmpty())
                .findFirst()
                .orElseThrow();
    }

    FakeLinks put(int index, String name) {
        links.put(index, name);
        history.add(Map.copyOf(links));
        kernel.multicast(GROUP, message(NEWLINK, 0, 0, index, name));
        return this;
    }

    FakeLinks remove(int index) {
        String name = links.remove(index);
        if (name != null) {
            history.add(Map.copyOf(links));
            kernel.multicast(GROUP, message(DELLINK, 0, 0, index, name));
        }
        return this;
    }

    /** What happens before the next part of a listing that has nothing yet. */
    FakeLinks beforePart(Runnable action) {
        betweenParts.add(action);
        return this;
    }

    /** Marks listings as interrupted, or no more. */
    FakeLinks interrupting(boolean value) {
        interrupting = value;
        return this;
    }

    /** Loses the end of the next listing, and says so. */
    FakeLinks losingTheEnd() {
        losingEnd = true;
        return this;
    }

    int listings() {
        return listings;
    }

    Map<Integer, String> now() {
        return Map.copyOf(links);
    }

    /** Every state there ever was. */
    List<Map<Integer, String>> history() {
        return history;
    }

    /** History begins now. */
    void forgetHistory() {
        history.clear();
        history.add(now());
    }

    static Map<Integer, String> names(StateMirror mirror) {
        Map<Integer, String> names = new TreeMap<>();
        mirror.entries()
                .forEach((key, message) -> names.put(
                        (Integer) key,
                        message.body(LinkFamily.GETLINK).attributes().name()));
        return names;
    }

    static byte[] message(int type, int flags, long sequence, int index, String name) {
        MessageWriter out = MessageWriter.onHeap();
        int mark = out.beginMessage(type, flags, sequence, 0);
        Link.builder().index(index).name(name).build().writeTo(out);
        out.endMessage(mark);
        return out.toByteArray();
    }

    /** In the order of the indexes, each as it is when its turn comes. */
    private void list(FakeSocket socket, ByteBuffer request) {
        listings++;
        long sequence = Integer.toUnsignedLong(request.getInt(8));
        int flags = MessageFlags.MULTI | (interrupting ? MessageFlags.DUMP_INTERRUPTED : 0);
        int last = 0;
        happen();
        Map.Entry<Integer, String> next = links.higherEntry(last);
        while (next != null) {
            socket.deliver(message(NEWLINK, flags, sequence, next.getKey(), next.getValue()));
            last = next.getKey();
            happen();
            next = links.higherEntry(last);
        }
        if (losingEnd) {
            losingEnd = false;
            socket.deliverError(Errno.ENOBUFS);
        } else {
            socket.deliver(KernelMessages.to(sequence).done().bytes());
        }
    }

    private void happen() {
        Runnable action = betweenParts.poll();
        if (action != null) {
            action.run();
        }
    }
}
