package io.jnetlink.sys.internal.jnr;

import static io.jnetlink.sys.LinuxAbi.AF_NETLINK;

import com.kenai.jffi.MemoryIO;
import io.jnetlink.sys.LinuxAbi;
import io.jnetlink.sys.NativeMemory;
import io.jnetlink.sys.PollSet;
import io.jnetlink.sys.ReceivedInfo;
import io.jnetlink.sys.Syscalls;
import java.lang.ref.Reference;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** The running kernel, reached through JNR. Thread-safe, within the rules of {@link Syscalls}. */
public final class JnrSyscalls implements Syscalls {

    private static final long NANOS_PER_SECOND = 1_000_000_000L;
    private static final int FILTER_BYTES = 2 * Long.BYTES;
    private static final int FILTER_INSTRUCTION_BYTES = 8;

    private final LibC libc;
    private final MemoryIO memory;
    private final ReservedMemory reserved;

    /** Two 64-bit words that live as long as the process: the number one, and a place for what nobody reads. */
    private final long one;

    private JnrSyscalls(LibC libc, MemoryIO memory) {
        this.libc = libc;
        this.memory = memory;
        this.reserved = new ReservedMemory(libc, memory);
        this.one = memory.allocateMemory(2L * Long.BYTES, true);
        memory.putLong(one, 1);
    }

    /**
     * Loads the native library.
     *
     * @return the system calls
     * @throws LinkageError when it cannot be loaded or libc lacks a function
     */
    public static JnrSyscalls load() {
        return new JnrSyscalls(new LibC(), MemoryIO.getInstance());
    }

    @Override
    public int socket(int domain, int type, int protocol) {
        return libc.socket(domain, type, protocol);
    }

    @Override
    public int bind(int fd, long portId, int groups) {
        long address = newAddress(portId, groups);
        try {
            return libc.bind(fd, address, MessageLayout.ADDRESS_BYTES);
        } finally {
            memory.freeMemory(address);
        }
    }

    @Override
    public int connect(int fd, long portId) {
        long address = newAddress(portId, 0);
        try {
            return libc.connect(fd, address, MessageLayout.ADDRESS_BYTES);
        } finally {
            memory.freeMemory(address);
        }
    }

    @Override
    public long getsockname(int fd) {
        long address = newAddress(0, 0);
        try {
            memory.putInt(address + 16, MessageLayout.ADDRESS_BYTES);
            int result = libc.getsockname(fd, address, address + 16);
            return result < 0 ? result : Integer.toUnsignedLong(memory.getInt(address + 4));
        } finally {
            memory.freeMemory(address);
        }
    }

    @Override
    public int setsockopt(int fd, int level, int option, int value) {
        long place = memory.allocateMemory(Integer.BYTES, false);
        try {
            memory.putInt(place, value);
            return libc.setsockopt(fd, level, option, place, Integer.BYTES);
        } finally {
            memory.freeMemory(place);
        }
    }

    @Override
    public long getsockopt(int fd, int level, int option) {
        long place = memory.allocateMemory(2L * Integer.BYTES, true);
        try {
            memory.putInt(place + Integer.BYTES, Integer.BYTES);
            int result = libc.getsockopt(fd, level, option, place, place + Integer.BYTES);
            return result < 0 ? result : Integer.toUnsignedLong(memory.getInt(place));
        } finally {
            memory.freeMemory(place);
        }
    }

    @Override
    public int attachFilter(int fd, ByteBuffer program) {
        // struct sock_fprog: the number of instructions in 16 bits, and behind padding where they are.
        long place = memory.allocateMemory(FILTER_BYTES, true);
        try {
            memory.putShort(place, (short) (program.remaining() / FILTER_INSTRUCTION_BYTES));
            memory.putLong(place + Long.BYTES, address(program));
            return libc.setsockopt(fd, LinuxAbi.SOL_SOCKET, LinuxAbi.SO_ATTACH_FILTER, place, FILTER_BYTES);
        } finally {
            memory.freeMemory(place);
            Reference.reachabilityFence(program);
        }
    }

    @Override
    public int send(int fd, ByteBuffer datagram, int flags) {
        int sent = libc.send(fd, address(datagram), datagram.remaining(), flags);
        Reference.reachabilityFence(datagram);
        return sent;
    }

    @Override
    public int sendmsg(int fd, ByteBuffer[] parts, int count, int flags, NativeMemory scratch) {
        ByteBuffer bytes = scratch.bytes();
        long base = address(scratch);
        for (int part = 0; part < count; part++) {
            int vector = MessageLayout.SEND_VECTORS + part * MessageLayout.VECTOR_BYTES;
            bytes.putLong(vector, address(parts[part]));
            bytes.putLong(vector + Long.BYTES, parts[part].remaining());
        }
        bytes.putLong(MessageLayout.NAME, 0);
        bytes.putLong(MessageLayout.NAME_LENGTH, 0);
        bytes.putLong(MessageLayout.VECTORS, base + MessageLayout.SEND_VECTORS);
        bytes.putLong(MessageLayout.VECTOR_COUNT, count);
        bytes.putLong(MessageLayout.CONTROL, 0);
        bytes.putLong(MessageLayout.CONTROL_LENGTH, 0);
        bytes.putLong(MessageLayout.FLAGS, 0);
        int sent = libc.sendmsg(fd, base, flags);
        Reference.reachabilityFence(parts);
        Reference.reachabilityFence(scratch);
        return sent;
    }

    @Override
    public int recvmsg(int fd, ByteBuffer buffer, int flags, ReceivedInfo info) {
        NativeMemory scratch = info.memory();
        ByteBuffer bytes = scratch.bytes();
        long base = address(scratch);
        bytes.putLong(MessageLayout.NAME, base + MessageLayout.ADDRESS);
        bytes.putInt(MessageLayout.NAME_LENGTH, MessageLayout.ADDRESS_BYTES);
        bytes.putLong(MessageLayout.VECTORS, base + MessageLayout.RECEIVE_VECTOR);
        bytes.putLong(MessageLayout.VECTOR_COUNT, 1);
        bytes.putLong(MessageLayout.CONTROL, base + MessageLayout.CONTROL_DATA);
        bytes.putLong(MessageLayout.CONTROL_LENGTH, MessageLayout.CONTROL_BYTES);
        bytes.putInt(MessageLayout.FLAGS, 0);
        bytes.putLong(MessageLayout.RECEIVE_VECTOR, address(buffer));
        bytes.putLong(MessageLayout.RECEIVE_VECTOR + Long.BYTES, buffer.remaining());
        int received = libc.recvmsg(fd, base, flags);
        Reference.reachabilityFence(buffer);
        Reference.reachabilityFence(scratch);
        if (received >= 0) {
            readInfo(bytes, info);
        }
        return received;
    }

    @Override
    public int poll(PollSet set, long timeoutNanos) {
        NativeMemory entries = set.memory();
        long base = address(entries);
        long timeout = 0;
        if (timeoutNanos >= 0) {
            int offset = set.timeoutOffset();
            entries.bytes().putLong(offset, timeoutNanos / NANOS_PER_SECOND);
            entries.bytes().putLong(offset + Long.BYTES, timeoutNanos % NANOS_PER_SECOND);
            timeout = base + offset;
        }
        int ready = libc.ppoll(base, set.size(), timeout);
        Reference.reachabilityFence(set);
        return ready;
    }

    @Override
    public int eventfd() {
        // Its flags are by definition those of open(2).
        return libc.eventfd(0, LinuxAbi.O_CLOEXEC | LinuxAbi.O_NONBLOCK);
    }

    @Override
    public int eventfdWrite(int fd) {
        return Math.min(0, libc.write(fd, one, Long.BYTES));
    }

    @Override
    public int eventfdRead(int fd) {
        return Math.min(0, libc.read(fd, one + Long.BYTES, Long.BYTES));
    }

    @Override
    public int close(int fd) {
        return libc.close(fd);
    }

    @Override
    public int open(String path, int flags) {
        byte[] bytes = path.getBytes(StandardCharsets.UTF_8);
        long place = memory.allocateMemory(bytes.length + 1L, true);
        try {
            memory.putByteArray(place, bytes, 0, bytes.length);
            return libc.open(place, flags);
        } finally {
            memory.freeMemory(place);
        }
    }

    @Override
    public int setns(int fd, int type) {
        return libc.setns(fd, type);
    }

    @Override
    public int unshare(int flags) {
        return libc.unshare(flags);
    }

    @Override
    public int getpid() {
        return libc.getpid();
    }

    @Override
    public int gettid() {
        return libc.gettid();
    }

    @Override
    public int geteuid() {
        return libc.geteuid();
    }

    @Override
    public ByteBuffer reserve(int bytes) {
        return reserved.reserve(bytes);
    }

    @Override
    public void discard(ByteBuffer buffer) {
        reserved.discard(buffer);
    }

    private static void readInfo(ByteBuffer bytes, ReceivedInfo info) {
        info.set(
                Integer.toUnsignedLong(bytes.getInt(MessageLayout.ADDRESS_PORT_ID)),
                bytes.getInt(MessageLayout.ADDRESS_GROUPS),
                bytes.getInt(MessageLayout.FLAGS));
        long end = MessageLayout.CONTROL_DATA + bytes.getLong(MessageLayout.CONTROL_LENGTH);
        int at = MessageLayout.CONTROL_DATA;
        while (at + MessageLayout.CONTROL_HEADER_BYTES + Integer.BYTES <= end) {
            if (bytes.getInt(at + MessageLayout.CONTROL_LEVEL) == LinuxAbi.SOL_NETLINK) {
                int value = bytes.getInt(at + MessageLayout.CONTROL_HEADER_BYTES);
                switch (bytes.getInt(at + MessageLayout.CONTROL_TYPE)) {
                    case LinuxAbi.NETLINK_PKTINFO -> info.setMulticastGroup(value);
                    case LinuxAbi.NETLINK_LISTEN_ALL_NSID -> info.setNamespaceId(value);
                    default -> {}
                }
            }
            long length = bytes.getLong(at);
            at += (int) Math.max(MessageLayout.CONTROL_HEADER_BYTES, length + 7 & ~7L);
        }
    }

    private long newAddress(long portId, int groups) {
        // The struct's 12 bytes, padded, with room behind it for its length.
        long address = memory.allocateMemory(24, true);
        memory.putShort(address, (short) AF_NETLINK);
        memory.putInt(address + 4, (int) portId);
        memory.putInt(address + 8, groups);
        return address;
    }

    private long address(ByteBuffer buffer) {
        return memory.getDirectBufferAddress(buffer) + buffer.position();
    }

    private long address(NativeMemory scratch) {
        if (scratch.address() == 0) {
            scratch.noteAddress(memory.getDirectBufferAddress(scratch.bytes()));
        }
        return scratch.address();
    }
}
