package io.jnetlink.sys;

/**
 * What {@link Syscalls#recvmsg} tells about a datagram besides its bytes, and the native memory it needs to find out.
 *
 * <p>Made once for each socket and used again for each call, so that receiving allocates nothing. Not thread-safe.
 */
public final class ReceivedInfo {

    /** Value of {@link #namespaceId()} for a datagram of the socket's own network namespace. */
    public static final int OWN_NAMESPACE = -1;

    private final NativeMemory memory = new NativeMemory(NativeMemory.MESSAGE_BYTES);
    private long senderPortId;
    private int senderGroups;
    private int messageFlags;
    private int multicastGroup;
    private int namespaceId = OWN_NAMESPACE;

    /** Makes one with its native memory. */
    public ReceivedInfo() {}

    /**
     * The port id of the sender, 0 for the kernel.
     *
     * @return 0 … 4,294,967,295
     */
    public long senderPortId() {
        return senderPortId;
    }

    /**
     * The multicast groups 1 … 32 the datagram went to, as a bit mask.
     *
     * @return bit <i>n</i>−1 for group <i>n</i>; 0 for unicast and for groups beyond 32
     */
    public int senderGroups() {
        return senderGroups;
    }

    /**
     * The flags the kernel set on the way out.
     *
     * @return {@link LinuxAbi#MSG_TRUNC} when the datagram did not fit
     */
    public int messageFlags() {
        return messageFlags;
    }

    /**
     * The number of the multicast group, known only with {@link LinuxAbi#NETLINK_PKTINFO}.
     *
     * @return the group, 0 for unicast or when not asked for
     */
    public int multicastGroup() {
        return multicastGroup;
    }

    /**
     * The id of the network namespace the datagram comes from, known only with {@link LinuxAbi#NETLINK_LISTEN_ALL_NSID}.
     *
     * @return the id as the socket's own namespace knows it, or {@link #OWN_NAMESPACE}
     */
    public int namespaceId() {
        return namespaceId;
    }

    /**
     * Room for the structures of the call; for back ends.
     *
     * @return {@link NativeMemory#MESSAGE_BYTES} bytes
     */
    public NativeMemory memory() {
        return memory;
    }

    /**
     * Sets the sender and flags and forgets the rest; for back ends.
     *
     * @param portId port id of the sender, unsigned
     * @param groups mask of the groups the datagram went to
     * @param flags flags the kernel set
     */
    public void set(long portId, int groups, int flags) {
        senderPortId = portId;
        senderGroups = groups;
        messageFlags = flags;
        multicastGroup = 0;
        namespaceId = OWN_NAMESPACE;
    }

    /**
     * Sets the multicast group's number; for back ends.
     *
     * @param group number of the group
     */
    public void setMulticastGroup(int group) {
        multicastGroup = group;
    }

    /**
     * Sets the namespace id; for back ends.
     *
     * @param id id of the namespace
     */
    public void setNamespaceId(int id) {
        namespaceId = id;
    }
}
