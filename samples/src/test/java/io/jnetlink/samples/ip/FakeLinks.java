package io.jnetlink.samples.ip;

import io.jnetlink.route.link.LinkAttrs;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.sys.Errno;
import io.jnetlink.testkit.FakeKernel;
import io.jnetlink.testkit.FakeSocket;
import io.jnetlink.wire.HardwareAddress;
import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * A kernel in memory that knows some links, and notes what is asked of it.
 *
 * <p>Not thread-safe. Changes are noted and acknowledged, or refused as told; they change nothing.
 */
public final class FakeLinks {

    private static final int NEWLINK = 16;
    private static final int GETLINK = 18;
    private static final int MESSAGE_TEXT = 1;

    /**
     * A change that was asked for.
     *
     * @param type type of its message
     * @param flags flags of its message
     * @param message its body
     */
    public record Change(int type, int flags, LinkMessage message) {}

    private final List<LinkMessage> links = new ArrayList<>();
    private final List<Change> changes = new ArrayList<>();
    private final FakeKernel kernel = FakeKernel.respondingBy(this::respond);
    private int errno;
    private String text = "";
    private boolean interrupted;

    /** Adds a link. */
    public FakeLinks with(LinkMessage link) {
        links.add(link);
        return this;
    }

    /** Adds a link that has a name and an address of six bytes. */
    public FakeLinks with(int index, String name) {
        return with(LinkMessage.builder()
                .header(h -> h.ifiIndex(index).ifiType(1))
                .attributes(a -> a.ifname(name).address(HardwareAddress.of(new byte[6])))
                .build());
    }

    /** Refuses changes from now on; with errno 0 the text is a warning. */
    public FakeLinks answering(int number, String sentence) {
        errno = number;
        text = sentence;
        return this;
    }

    /** Marks dumps as interrupted. */
    public FakeLinks interrupted() {
        interrupted = true;
        return this;
    }

    /** What programs talk to. */
    public FakeKernel kernel() {
        return kernel;
    }

    /** The changes asked for so far. */
    public List<Change> changes() {
        return List.copyOf(changes);
    }

    private void respond(FakeSocket socket, ByteBuffer datagram) {
        NetlinkBuffer request = NetlinkBuffer.wrap(datagram);
        int type = MessageHeader.type(request, 0);
        int body = request.capacity() - MessageHeader.SIZE;
        LinkMessage message = LinkMessage.decode(request, MessageHeader.SIZE, body);
        if (type != GETLINK) {
            changes.add(new Change(type, MessageHeader.flags(request, 0), message));
            socket.deliver(verdict(socket, request, errno, text));
        } else if ((MessageHeader.flags(request, 0) & MessageFlags.DUMP) == MessageFlags.DUMP) {
            links.forEach(link -> socket.deliver(answer(socket, request, link)));
            socket.deliver(done(socket, request));
        } else {
            respondToGet(socket, request, message);
        }
    }

    private void respondToGet(FakeSocket socket, NetlinkBuffer request, LinkMessage question) {
        LinkMessage found = links.stream()
                .filter(link -> matches(link, question))
                .findFirst()
                .orElse(null);
        if (found == null) {
            socket.deliver(verdict(socket, request, Errno.ENODEV, ""));
            return;
        }
        socket.deliver(answer(socket, request, found));
        socket.deliver(verdict(socket, request, 0, ""));
    }

    private static boolean matches(LinkMessage link, LinkMessage question) {
        LinkAttrs wanted = question.attributes();
        String name = wanted.hasIfname() ? wanted.ifname() : wanted.hasAltIfname() ? wanted.altIfname() : "";
        LinkAttrs present = link.attributes();
        boolean alternative =
                present.hasPropList() && present.propList().altIfname().contains(name);
        return question.header().ifiIndex() == link.header().ifiIndex()
                || present.ifname().equals(name)
                || alternative;
    }

    private byte[] answer(FakeSocket socket, NetlinkBuffer request, LinkMessage link) {
        MessageWriter out = MessageWriter.onHeap();
        int flags = interrupted ? MessageFlags.DUMP_INTERRUPTED : 0;
        int mark = out.beginMessage(NEWLINK, flags, MessageHeader.sequence(request, 0), socket.portId());
        link.writeTo(out);
        out.endMessage(mark);
        return out.toByteArray();
    }

    private static byte[] done(FakeSocket socket, NetlinkBuffer request) {
        MessageWriter out = MessageWriter.onHeap();
        int mark = out.beginMessage(
                MessageHeader.DONE, MessageFlags.MULTI, MessageHeader.sequence(request, 0), socket.portId());
        out.appendZeros(Integer.BYTES);
        out.endMessage(mark);
        return out.toByteArray();
    }

    private static byte[] verdict(FakeSocket socket, NetlinkBuffer request, int errno, String text) {
        MessageWriter out = MessageWriter.onHeap();
        int flags = MessageFlags.CAPPED | (text.isEmpty() ? 0 : MessageFlags.ACK_TLVS);
        int mark = out.beginMessage(MessageHeader.ERROR, flags, MessageHeader.sequence(request, 0), socket.portId());
        int at = out.appendZeros(Integer.BYTES);
        out.buffer().putU32(at, -errno & 0xffff_ffffL, ByteOrder.nativeOrder());
        out.append(request, 0, MessageHeader.SIZE);
        if (!text.isEmpty()) {
            out.putText(MESSAGE_TEXT, text, true);
        }
        out.endMessage(mark);
        return out.toByteArray();
    }
}
