package io.jnetlink.samples.nl;

import io.jnetlink.dynamic.DynamicFamily;
import io.jnetlink.genl.GenericFamily;
import io.jnetlink.socket.NetlinkSocket;
import io.jnetlink.socket.ReceiveResult;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.spec.ir.MulticastGroupIr;
import io.jnetlink.spec.ir.Operation;
import io.jnetlink.sys.Syscalls;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.MessageReader;
import io.jnetlink.wire.NetlinkBuffer;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/** Listens to a multicast group of a family. Used once, by one thread. */
final class Subscriber {

    private static final int GENERIC_HEADER = 4;

    private final DynamicFamily family;
    private final OperationFinder operations;
    private final Syscalls syscalls;
    private final Consumer<Map<String, Object>> sink;
    private final Consumer<String> complaints;
    private Optional<Integer> familyId = Optional.empty();

    /**
     * @param sink takes each notification: its name, and its message
     * @param complaints takes what went wrong without an end to it
     */
    Subscriber(
            DynamicFamily family, Syscalls syscalls, Consumer<Map<String, Object>> sink, Consumer<String> complaints) {
        this.family = family;
        this.operations = new OperationFinder(family);
        this.syscalls = syscalls;
        this.sink = sink;
        this.complaints = complaints;
    }

    /** Listens for some time; for ever if the duration is empty. */
    void listen(String group, Optional<Duration> duration) {
        int number = number(group);
        SocketOptions options =
                SocketOptions.builder(family.schema().protocol()).build();
        try (NetlinkSocket socket = NetlinkSocket.open(options, syscalls)) {
            socket.join(number);
            long deadline = duration.map(d -> socket.nanoTime() + d.toNanos()).orElse(NetlinkSocket.NO_DEADLINE);
            while (receive(socket, deadline)) {
                // Everything is done in the condition.
                continue;
            }
        }
    }

    private boolean receive(NetlinkSocket socket, long deadline) {
        ReceiveResult result = socket.receive(deadline);
        switch (result.status()) {
            case DATAGRAM -> messages(NetlinkBuffer.wrap(result.datagram().slice()));
            case OVERRUN -> complaints.accept("overrun: notifications were lost");
            default -> {}
        }
        return result.status() != ReceiveResult.Status.TIMED_OUT && result.status() != ReceiveResult.Status.INTERRUPTED;
    }

    private void messages(NetlinkBuffer datagram) {
        MessageReader reader = new MessageReader().wrap(datagram, 0, datagram.capacity());
        while (reader.next()) {
            try {
                message(reader);
            } catch (MalformedMessageException e) {
                complaints.accept("malformed notification: " + e.getMessage());
            }
        }
    }

    private void message(MessageReader reader) {
        boolean generic = family.schema().isGeneric();
        if (reader.type() < MessageHeader.FIRST_PROTOCOL_TYPE
                || generic
                        && (familyId.filter(id -> id == reader.type()).isEmpty()
                                || reader.bodyLength() < GENERIC_HEADER)) {
            return;
        }
        NetlinkBuffer buffer = reader.buffer();
        int prefix = generic ? GENERIC_HEADER : 0;
        int at = reader.bodyOffset() + prefix;
        int size = reader.bodyLength() - prefix;
        int number = generic ? buffer.u8(reader.bodyOffset()) : reader.type();
        Optional<Operation> operation = operations.fromKernel(number, size > 0 ? buffer.u8(at) : 0, false);
        Map<String, Object> notification = new LinkedHashMap<>();
        if (operation.isPresent()) {
            notification.put("name", operation.get().name());
            notification.put("msg", family.decode(operation.get().name(), buffer, at, size));
        } else {
            notification.put("name", Integer.toString(number));
        }
        sink.accept(notification);
    }

    private int number(String group) {
        if (family.schema().isGeneric()) {
            try (FamilyChannel channel = FamilyChannel.open(family, syscalls)) {
                GenericFamily running = channel.generic().family(family.name());
                familyId = Optional.of(running.id());
                return running.group(group)
                        .orElseThrow(() -> new JnlException("family " + family.name() + " has no group " + group
                                + "; it has " + running.groups().keySet()));
            }
        } else if (group.matches("\\d{1,4}")) {
            return Integer.parseInt(group);
        }
        List<MulticastGroupIr> groups = family.model().multicastGroups();
        MulticastGroupIr named = groups.stream()
                .filter(g -> g.name().equals(group))
                .findFirst()
                .orElseThrow(() -> new JnlException("family " + family.name() + " has no group " + group + "; it has "
                        + groups.stream().map(MulticastGroupIr::name).toList()));
        return named.number()
                .orElseThrow(() -> new JnlException("the spec does not tell the number of group " + group));
    }
}
