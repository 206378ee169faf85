package io.jnetlink.samples.lab;

import io.jnetlink.sys.Errno;
import io.jnetlink.sys.LinuxAbi;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.sys.ReceivedInfo;
import io.jnetlink.sys.SyscallException;
import io.jnetlink.sys.Syscalls;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/**
 * The frames that pass all devices of a network namespace, from when this is opened; those that go out as well.
 *
 * <p>Not thread-safe. A packet socket, whose memory in the kernel is full after some hundred frames: take
 * them before.
 */
public final class PacketCapture implements AutoCloseable {

    private static final int AF_PACKET = 17;
    /** {@code ETH_P_ALL} in network byte order. */
    private static final int EVERYTHING = Short.toUnsignedInt(Short.reverseBytes((short) 0x0003));

    private static final int LONGEST = 1 << 16;

    private final Syscalls syscalls;
    private final int socket;
    private final ByteBuffer buffer = ByteBuffer.allocateDirect(LONGEST);
    private final ReceivedInfo info = new ReceivedInfo();
    private boolean closed;

    private PacketCapture(Syscalls syscalls, int socket) {
        this.syscalls = syscalls;
        this.socket = socket;
    }

    /**
     * Begins.
     *
     * @throws SyscallException if the kernel refuses the socket
     */
    public static PacketCapture open(NetworkNamespace namespace) {
        Syscalls syscalls = namespace.syscalls();
        int type = LinuxAbi.SOCK_RAW | LinuxAbi.SOCK_NONBLOCK | LinuxAbi.SOCK_CLOEXEC;
        int socket = namespace.call(() -> syscalls.socket(AF_PACKET, type, EVERYTHING));
        if (socket < 0) {
            throw new SyscallException("socket", -socket, "for packets", "needs CAP_NET_RAW");
        }
        return new PacketCapture(syscalls, socket);
    }

    /**
     * Takes what has been captured and was not taken before.
     *
     * @throws SyscallException if the kernel refuses to hand it out
     */
    public List<byte[]> take() {
        List<byte[]> frames = new ArrayList<>();
        while (true) {
            int length = syscalls.recvmsg(socket, buffer.clear(), 0, info);
            if (length >= 0) {
                byte[] frame = new byte[length];
                buffer.get(0, frame);
                frames.add(frame);
            } else if (length == -Errno.EAGAIN) {
                return frames;
            } else if (length != -Errno.EINTR && length != -Errno.ENETDOWN) {
                throw new SyscallException("recvmsg", -length, "from a packet socket", "");
            }
        }
    }

    /** The packets of a VXLAN port among them. */
    public List<VxlanPacket> takeVxlan(int port) {
        return take().stream()
                .flatMap(frame -> VxlanPacket.parse(frame, port).stream())
                .toList();
    }

    /** Ends it. Closing twice does nothing. */
    @Override
    public void close() {
        if (!closed) {
            closed = true;
            syscalls.close(socket);
        }
    }
}
