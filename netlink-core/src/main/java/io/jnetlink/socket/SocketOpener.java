package io.jnetlink.socket;

import io.jnetlink.sys.Errno;
import io.jnetlink.sys.LinuxAbi;
import io.jnetlink.sys.SyscallException;
import io.jnetlink.sys.Syscalls;
import java.util.EnumSet;
import java.util.Set;

/** Makes a descriptor and brings it into the state the options ask for, as far as the kernel goes along. */
final class SocketOpener {

    private static final int TYPE = LinuxAbi.SOCK_RAW | LinuxAbi.SOCK_CLOEXEC | LinuxAbi.SOCK_NONBLOCK;

    private final Syscalls syscalls;
    private final SocketOptions options;
    private final int descriptor;
    private final EnumSet<SocketFeature> features = EnumSet.noneOf(SocketFeature.class);
    private long portId;

    private SocketOpener(Syscalls syscalls, SocketOptions options, int descriptor) {
        this.syscalls = syscalls;
        this.options = options;
        this.descriptor = descriptor;
    }

    static SocketOpener open(Syscalls syscalls, SocketOptions options) {
        int descriptor = syscalls.socket(LinuxAbi.AF_NETLINK, TYPE, options.protocol());
        if (descriptor < 0) {
            throw new SyscallException(
                    "socket", -descriptor, "of netlink protocol " + options.protocol(), openHint(-descriptor));
        }
        SocketOpener opener = new SocketOpener(syscalls, options, descriptor);
        try {
            opener.configure();
            opener.address();
            return opener;
        } catch (RuntimeException | Error failure) {
            syscalls.close(descriptor);
            throw failure;
        }
    }

    int descriptor() {
        return descriptor;
    }

    long portId() {
        return portId;
    }

    Set<SocketFeature> features() {
        return features;
    }

    private void configure() {
        for (SocketFeature feature : options.features()) {
            int result = syscalls.setsockopt(descriptor, LinuxAbi.SOL_NETLINK, feature.option(), 1);
            if (result == 0) {
                features.add(feature);
            } else if (result != -Errno.ENOPROTOOPT) {
                String hint = result == -Errno.EPERM ? "needs CAP_NET_BROADCAST" : "";
                throw new SyscallException("setsockopt", -result, "of " + feature, hint);
            }
        }
        buffer(options.receiveBufferBytes(), LinuxAbi.SO_RCVBUFFORCE, LinuxAbi.SO_RCVBUF, "the receive buffer");
        buffer(options.sendBufferBytes(), LinuxAbi.SO_SNDBUFFORCE, LinuxAbi.SO_SNDBUF, "the send buffer");
        if (options.filter().isPresent()) {
            attach(options.filter().get());
        }
    }

    /** Sets the size of a receive buffer, as far as the process may. */
    static void receiveBuffer(Syscalls syscalls, int descriptor, int bytes) {
        buffer(syscalls, descriptor, bytes, LinuxAbi.SO_RCVBUFFORCE, LinuxAbi.SO_RCVBUF, "the receive buffer");
    }

    private void attach(SocketFilter filter) {
        int result = syscalls.attachFilter(descriptor, filter.program());
        if (result < 0) {
            throw new SyscallException("setsockopt", -result, "of " + filter);
        }
    }

    private void buffer(int bytes, int forced, int limited, String what) {
        if (bytes != SocketOptions.KERNEL_DEFAULT) {
            buffer(syscalls, descriptor, bytes, forced, limited, what);
        }
    }

    private static void buffer(Syscalls syscalls, int descriptor, int bytes, int forced, int limited, String what) {
        int result = syscalls.setsockopt(descriptor, LinuxAbi.SOL_SOCKET, forced, bytes);
        if (result == -Errno.EPERM) {
            // Forcing takes CAP_NET_ADMIN in the first user namespace; the plain option is cut down silently.
            result = syscalls.setsockopt(descriptor, LinuxAbi.SOL_SOCKET, limited, bytes);
        }
        if (result < 0) {
            throw new SyscallException("setsockopt", -result, "of " + what);
        }
    }

    private void address() {
        int bound = syscalls.bind(descriptor, 0, 0);
        if (bound < 0) {
            throw new SyscallException("bind", -bound, "of a netlink socket");
        }
        // Once tied to the kernel, the socket refuses what other processes send to it, so they cannot fill its queue.
        // What does not
        // go along with that is still skipped when it is read, so a refusal matters to nobody.
        syscalls.connect(descriptor, 0);
        portId = syscalls.getsockname(descriptor);
        if (portId < 0) {
            throw new SyscallException("getsockname", (int) -portId, "of a netlink socket");
        }
    }

    private static String openHint(int errno) {
        return switch (errno) {
            case Errno.EPROTONOSUPPORT -> "the running kernel has no such netlink protocol";
            case Errno.EAFNOSUPPORT -> "sockets of this kind are not allowed here";
            case Errno.EMFILE -> "this process has as many descriptors open as RLIMIT_NOFILE lets it";
            default -> "";
        };
    }
}
