package io.jnetlink.genl;

import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.client.Request;
import io.jnetlink.links.Link;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.links.LinkView;
import io.jnetlink.message.Operation;
import io.jnetlink.schema.FamilySchema;
import io.jnetlink.schema.OperationSchema;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.sys.Errno;
import io.jnetlink.sys.LinuxAbi;
import io.jnetlink.testkit.FakeKernel;
import io.jnetlink.testkit.FakeResponder;
import io.jnetlink.testkit.FakeSocket;
import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.MessageWriter;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A kernel whose generic families come and go, and which notes what each of them is asked. */
final class FamilyKernel implements FakeResponder {

    static final String FLOW = "ovs_flow";
    static final int NEW_FAMILY = 1;
    static final int DELETE_FAMILY = 2;

    private static final FamilySchema SCHEMA = FamilySchema.generic(FLOW)
            .operation(new OperationSchema("flow-get", 3, 1, null, "none"))
            .build();
    private static final Operation<Link, LinkView> GET = new Operation<>(
            SCHEMA, SCHEMA.operation("flow-get"), 0, LinkFamily.GETLINK.decoder(), LinkFamily.GETLINK.view());

    private final FakeKernel kernel = FakeKernel.respondingBy(this);
    private final Map<String, Integer> families = new HashMap<>();
    private final Map<String, Integer> groups = new HashMap<>();
    private final List<String> asked = new ArrayList<>();
    private int lookUps;
    private boolean objectsMissing;
    private Runnable beforeLookUp = () -> {};

    /** Looks for news before each request. */
    GenericNetlink open() {
        return GenericNetlink.open(config(), Duration.ZERO);
    }

    /** Never looks for news, as if none were to be had in time. */
    GenericNetlink openDeaf() {
        kernel.refusingOption(LinuxAbi.SOL_NETLINK, LinuxAbi.NETLINK_ADD_MEMBERSHIP, Errno.EPERM);
        return open();
    }

    NetlinkConfig config() {
        return NetlinkConfig.builder(SocketOptions.builder(SocketOptions.GENERIC)
                        .datagramCapacity(SocketOptions.MIN_DATAGRAM_CAPACITY)
                        .build())
                .syscalls(kernel)
                .build();
    }

    FakeKernel kernel() {
        return kernel;
    }

    /** The family of flows. */
    static FamilySchema schema() {
        return SCHEMA;
    }

    /** A request to the family of flows. */
    static Request<Link, LinkView> request() {
        return Request.of(GET, Link.builder().index(7).build());
    }

    /** A family is there, under this number, with nobody told. */
    FamilyKernel has(String family, int id) {
        families.values().remove(id);
        families.put(family, id);
        return this;
    }

    /** Every family has a multicast group under this number from now on. */
    FamilyKernel withGroup(String name, int number) {
        groups.put(name, number);
        return this;
    }

    /** A family is gone, with nobody told. */
    FamilyKernel lost(String family) {
        families.remove(family);
        return this;
    }

    /** The family answers that it does not know the object. */
    FamilyKernel withoutObjects() {
        objectsMissing = true;
        return this;
    }

    /** Something happens right before the next look-up is answered. */
    void beforeLookUp(Runnable event) {
        beforeLookUp = event;
    }

    /** Tells whoever listens. */
    void announce(int command, String family, int id) {
        MessageWriter out = MessageWriter.onHeap();
        int mark = out.beginMessage(Controller.ID, 0, 0, 0);
        writeFamily(out, command, family, id);
        out.endMessage(mark);
        kernel.multicast(Controller.NOTIFY_GROUP, out.toByteArray());
    }

    /** Which families were asked for something, by name; "unknown" for a number that none has. */
    List<String> asked() {
        return asked;
    }

    int lookUps() {
        return lookUps;
    }

    @Override
    public void onRequest(FakeSocket socket, ByteBuffer datagram) {
        for (int at = 0; at < datagram.limit(); at += datagram.getInt(at) + 3 & ~3) {
            ByteBuffer request = datagram.slice(at, datagram.getInt(at)).order(ByteOrder.nativeOrder());
            if (request.getShort(4) == Controller.ID) {
                lookUp(socket, request);
            } else {
                ask(socket, request);
            }
        }
    }

    private void lookUp(FakeSocket socket, ByteBuffer request) {
        lookUps++;
        Runnable event = beforeLookUp;
        beforeLookUp = () -> {};
        byte[] text = new byte[request.getShort(20) - 5];
        request.get(24, text);
        String name = new String(text, StandardCharsets.US_ASCII);
        Integer id = families.get(name);
        event.run();
        if (id == null) {
            verdict(socket, request, Errno.ENOENT);
            return;
        }
        MessageWriter out = MessageWriter.onHeap();
        int mark = out.beginMessage(Controller.ID, 0, sequence(request), 0);
        writeFamily(out, NEW_FAMILY, name, id);
        out.endMessage(mark);
        socket.deliver(out.toByteArray());
        verdict(socket, request, 0);
    }

    private void ask(FakeSocket socket, ByteBuffer request) {
        String family = families.entrySet().stream()
                .filter(e -> e.getValue() == request.getShort(4))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse("unknown");
        asked.add(family);
        boolean dump = (request.getShort(6) & MessageFlags.DUMP) == MessageFlags.DUMP;
        if (family.equals("unknown") || objectsMissing) {
            verdict(socket, request, Errno.ENOENT);
        } else if (dump) {
            entryAndEnd(socket, request);
        } else {
            verdict(socket, request, 0);
        }
    }

    private static void entryAndEnd(FakeSocket socket, ByteBuffer request) {
        MessageWriter out = MessageWriter.onHeap();
        int mark = out.beginMessage(request.getShort(4), MessageFlags.MULTI, sequence(request), 0);
        GenericHeader.write(out, 1, 1);
        Link.builder().index(7).build().writeTo(out);
        out.endMessage(mark);
        int end = out.beginMessage(MessageHeader.DONE, MessageFlags.MULTI, sequence(request), 0);
        out.appendZeros(Integer.BYTES);
        out.endMessage(end);
        socket.deliver(out.toByteArray());
    }

    private static void verdict(FakeSocket socket, ByteBuffer request, int errno) {
        MessageWriter out = MessageWriter.onHeap();
        int mark = out.beginMessage(MessageHeader.ERROR, MessageFlags.CAPPED, sequence(request), 0);
        out.buffer().putU32(out.appendZeros(Integer.BYTES), -errno);
        out.appendZeros(MessageHeader.SIZE);
        out.endMessage(mark);
        socket.deliver(out.toByteArray());
    }

    private void writeFamily(MessageWriter out, int command, String name, int id) {
        GenericHeader.write(out, command, 2);
        out.putText(2, name, true);
        out.putU16(1, id, ByteOrder.nativeOrder());
        out.putU32(3, 1, ByteOrder.nativeOrder());
        out.putU32(4, 0, ByteOrder.nativeOrder());
        int all = out.begin(7);
        groups.forEach((group, number) -> {
            int one = out.begin(1);
            out.putText(1, group, true);
            out.putU32(2, number, ByteOrder.nativeOrder());
            out.end(one);
        });
        out.end(all);
    }

    private static long sequence(ByteBuffer request) {
        return Integer.toUnsignedLong(request.getInt(8));
    }
}
