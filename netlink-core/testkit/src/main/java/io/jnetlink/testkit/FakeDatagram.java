package io.jnetlink.testkit;

import io.jnetlink.sys.ReceivedInfo;
import java.util.Arrays;

/**
 * A datagram on its way to a socket of a {@link FakeKernel}, and what the receiver is told about it.
 *
 * <p>Immutable.
 */
public final class FakeDatagram {

    private final byte[] bytes;
    private final long senderPortId;
    private final int multicastGroup;
    private final int namespaceId;
    private final int lostBytes;

    private FakeDatagram(byte[] bytes, long senderPortId, int multicastGroup, int namespaceId, int lostBytes) {
        this.bytes = bytes;
        this.senderPortId = senderPortId;
        this.multicastGroup = multicastGroup;
        this.namespaceId = namespaceId;
        this.lostBytes = lostBytes;
    }

    /**
     * A unicast datagram of the kernel.
     *
     * @param bytes its bytes, copied
     * @return the datagram
     */
    public static FakeDatagram of(byte[] bytes) {
        return new FakeDatagram(bytes.clone(), 0, 0, ReceivedInfo.OWN_NAMESPACE, 0);
    }

    /**
     * The same, sent by another process.
     *
     * @param portId port id of the sender
     * @return a datagram
     */
    public FakeDatagram from(long portId) {
        return new FakeDatagram(bytes, portId, multicastGroup, namespaceId, lostBytes);
    }

    /**
     * The same, sent to a multicast group.
     *
     * @param group number of the group
     * @return a datagram
     */
    public FakeDatagram toGroup(int group) {
        return new FakeDatagram(bytes, senderPortId, group, namespaceId, lostBytes);
    }

    /**
     * The same, coming from another network namespace.
     *
     * @param id id of the namespace
     * @return a datagram
     */
    public FakeDatagram inNamespace(int id) {
        return new FakeDatagram(bytes, senderPortId, multicastGroup, id, lostBytes);
    }

    /**
     * The same, but the reader gets its beginning only, marked as truncated, however much room the reader offers.
     *
     * @param length how much is left, at most the length
     * @return a datagram
     */
    public FakeDatagram truncatedTo(int length) {
        byte[] beginning = Arrays.copyOf(bytes, Math.min(length, bytes.length));
        return new FakeDatagram(
                beginning, senderPortId, multicastGroup, namespaceId, Math.max(1, bytes.length - beginning.length));
    }

    /**
     * The bytes.
     *
     * @return a copy
     */
    public byte[] bytes() {
        return bytes.clone();
    }

    byte[] shared() {
        return bytes;
    }

    int realLength() {
        return bytes.length + lostBytes;
    }

    long senderPortId() {
        return senderPortId;
    }

    int multicastGroup() {
        return multicastGroup;
    }

    int namespaceId() {
        return namespaceId;
    }

    @Override
    public String toString() {
        return bytes.length + " bytes from " + (senderPortId == 0 ? "the kernel" : Long.toString(senderPortId))
                + (multicastGroup == 0 ? "" : " to group " + multicastGroup);
    }
}
