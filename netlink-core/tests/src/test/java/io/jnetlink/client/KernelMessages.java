package io.jnetlink.client;

import io.jnetlink.links.Link;
import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.function.Consumer;

/** What a kernel says, written by hand; several messages may go into one datagram. */
final class KernelMessages {

    static final int NEWLINK = 16;
    private static final int GETLINK = 18;
    static final int EXTACK_MESSAGE = 1;
    static final int EXTACK_OFFSET = 2;
    static final int EXTACK_COOKIE = 3;
    static final int EXTACK_POLICY = 4;
    static final int EXTACK_MISSING_TYPE = 5;
    static final int EXTACK_MISSING_NEST = 6;

    private static final int PORT_ID = 4242;

    private final MessageWriter out = MessageWriter.onHeap();
    private final long sequence;

    private KernelMessages(long sequence) {
        this.sequence = sequence;
    }

    /** Answers to the request with this number. */
    static KernelMessages to(long sequence) {
        return new KernelMessages(sequence);
    }

    /** Answers to a request. */
    static KernelMessages to(ByteBuffer request) {
        return to(Integer.toUnsignedLong(request.getInt(8)));
    }

    /** One link. */
    KernelMessages link(int index, String name) {
        return link(0, index, name);
    }

    /** One link of a dump. */
    KernelMessages part(int index, String name) {
        return link(MessageFlags.MULTI, index, name);
    }

    /** One link of a dump that was disturbed. */
    KernelMessages disturbedPart(int index, String name) {
        return link(MessageFlags.MULTI | MessageFlags.DUMP_INTERRUPTED, index, name);
    }

    /** A message of a dump whose name attribute claims more bytes than there are. */
    KernelMessages malformedPart() {
        int mark = out.beginMessage(NEWLINK, MessageFlags.MULTI, sequence, PORT_ID);
        out.appendZeros(16);
        int name = out.appendZeros(8);
        out.buffer().putU16(name, 200);
        out.buffer().putU16(name + 2, 3);
        out.endMessage(mark);
        return this;
    }

    /** A message of any type without body. */
    KernelMessages empty(int type) {
        out.endMessage(out.beginMessage(type, 0, sequence, PORT_ID));
        return this;
    }

    /** A message header that claims more bytes than the datagram has. */
    KernelMessages brokenHeader() {
        int mark = out.beginMessage(NEWLINK, MessageFlags.MULTI, sequence, PORT_ID);
        MessageHeader.putLength(out.buffer(), mark, 4096);
        return this;
    }

    /** The end of a dump. */
    KernelMessages done() {
        return done(0, attributes -> {});
    }

    /** The end of a dump that failed. */
    KernelMessages done(int errno, Consumer<MessageWriter> extendedAck) {
        int flags = MessageFlags.MULTI;
        int mark = out.beginMessage(MessageHeader.DONE, flags, sequence, PORT_ID);
        out.buffer().putU32(out.appendZeros(4), -errno);
        withAttributes(mark, flags, extendedAck);
        return this;
    }

    /** The end of a dump as some families write it: a bare header. */
    KernelMessages bareDone() {
        return empty(MessageHeader.DONE);
    }

    /** Success. */
    KernelMessages ack() {
        return error(0, attributes -> {});
    }

    /** Refusal that repeats the request's header only, as our sockets ask for. */
    KernelMessages error(int errno, Consumer<MessageWriter> extendedAck) {
        int flags = MessageFlags.CAPPED;
        int mark = beginError(errno, flags);
        int echo = out.appendZeros(MessageHeader.SIZE);
        MessageHeader.put(out.buffer(), echo, 52, NEWLINK, 5, sequence, PORT_ID);
        withAttributes(mark, flags, extendedAck);
        return this;
    }

    /** Refusal of a dump. */
    KernelMessages dumpError(int errno) {
        int mark = beginError(errno, MessageFlags.CAPPED);
        int echo = out.appendZeros(MessageHeader.SIZE);
        int flags = MessageFlags.REQUEST | MessageFlags.DUMP;
        MessageHeader.put(out.buffer(), echo, 32, GETLINK, flags, sequence, PORT_ID);
        out.endMessage(mark);
        return this;
    }

    /** Refusal that repeats the whole request. */
    KernelMessages uncappedError(int errno, byte[] request, Consumer<MessageWriter> extendedAck) {
        int mark = beginError(errno, 0);
        out.append(NetlinkBuffer.wrap(request), 0, request.length);
        withAttributes(mark, 0, extendedAck);
        return this;
    }

    /** Adds flags to the message of a number, counted from 0. */
    KernelMessages withFlags(int message, int flags) {
        int at = 0;
        for (int i = 0; i < message; i++) {
            at += MessageHeader.align((int) MessageHeader.length(out.buffer(), at));
        }
        MessageHeader.addFlags(out.buffer(), at, flags);
        return this;
    }

    /** The datagram. */
    byte[] bytes() {
        return out.toByteArray();
    }

    /** An extended-ack attribute of 32 bits. */
    static Consumer<MessageWriter> number(int type, long value) {
        return ack -> ack.putU32(type, value, ByteOrder.nativeOrder());
    }

    /** An extended-ack attribute of text. */
    static Consumer<MessageWriter> text(String value) {
        return ack -> ack.putText(EXTACK_MESSAGE, value, true);
    }

    private int beginError(int errno, int flags) {
        int mark = out.beginMessage(MessageHeader.ERROR, flags, sequence, PORT_ID);
        out.buffer().putU32(out.appendZeros(4), -errno);
        return mark;
    }

    private void withAttributes(int mark, int flags, Consumer<MessageWriter> extendedAck) {
        int before = out.length();
        out.pad();
        int start = out.length();
        extendedAck.accept(out);
        if (out.length() > start) {
            out.buffer().putU16(mark + 6, flags | MessageFlags.ACK_TLVS);
        } else {
            out.remove(before, start - before);
        }
        out.endMessage(mark);
    }

    private KernelMessages link(int flags, int index, String name) {
        int mark = out.beginMessage(NEWLINK, flags, sequence, PORT_ID);
        Link.builder().index(index).name(name).build().writeTo(out);
        out.endMessage(mark);
        return this;
    }
}
