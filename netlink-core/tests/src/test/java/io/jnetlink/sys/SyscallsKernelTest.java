package io.jnetlink.sys;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.testkit.InNetworkNamespace;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The calls as such, where the socket above does not use all of what they promise. */
@InNetworkNamespace
class SyscallsKernelTest {

    private static final int NLMSG_ERROR = 2;
    private static final int GETLINK = 18;

    private final Syscalls syscalls = Syscalls.system();
    private final ReceivedInfo info = new ReceivedInfo();
    private int socket;

    @BeforeEach
    void open() {
        int type = LinuxAbi.SOCK_RAW | LinuxAbi.SOCK_CLOEXEC | LinuxAbi.SOCK_NONBLOCK;
        socket = syscalls.socket(LinuxAbi.AF_NETLINK, type, 0);
        assertThat(socket).isNotNegative();
        assertThat(syscalls.bind(socket, 0, 0)).isZero();
    }

    @AfterEach
    void close() {
        assertThat(syscalls.close(socket)).isZero();
    }

    private static ByteBuffer getLoopback() {
        ByteBuffer message = ByteBuffer.allocateDirect(32).order(ByteOrder.nativeOrder());
        message.putInt(32)
                .putShort((short) GETLINK)
                .putShort((short) 1)
                .putInt(1)
                .putInt(0);
        return message.putInt(0).putInt(1).putInt(0).putInt(0).flip();
    }

    @Test
    void peekingAtAnEmptyBufferTellsTheLengthAndTakesNothing() {
        assertThat(syscalls.send(socket, getLoopback(), 0)).isEqualTo(32);

        int flags = LinuxAbi.MSG_PEEK | LinuxAbi.MSG_TRUNC;
        int length = syscalls.recvmsg(socket, ByteBuffer.allocateDirect(0), flags, info);
        assertThat(length).isGreaterThan(32);
        assertThat(info.messageFlags() & LinuxAbi.MSG_TRUNC).isEqualTo(LinuxAbi.MSG_TRUNC);

        ByteBuffer buffer = ByteBuffer.allocateDirect(length + 100).order(ByteOrder.nativeOrder());
        buffer.position(4).limit(4 + length);
        assertThat(syscalls.recvmsg(socket, buffer, 0, info)).isEqualTo(length);
        assertThat(buffer.getInt(4)).isEqualTo(length);
        assertThat(buffer.getInt(0)).isZero();
        assertThat(buffer.position()).isEqualTo(4);
        assertThat(info.messageFlags()).isZero();
        assertThat(info.senderPortId()).isZero();
        assertThat(syscalls.recvmsg(socket, buffer, 0, info)).isEqualTo(-Errno.EAGAIN);
    }

    @Test
    void withoutTheTruncFlagATruncatedDatagramCountsWhatWasCopied() {
        syscalls.send(socket, getLoopback(), 0);

        ByteBuffer buffer = ByteBuffer.allocateDirect(20).order(ByteOrder.nativeOrder());
        assertThat(syscalls.recvmsg(socket, buffer, 0, info)).isEqualTo(20);
        assertThat(info.messageFlags() & LinuxAbi.MSG_TRUNC).isEqualTo(LinuxAbi.MSG_TRUNC);
    }

    @Test
    void theSendersPortIdIsUnsigned() {
        long highPortId = 0x8000_0000L + syscalls.getpid();
        int type = LinuxAbi.SOCK_RAW | LinuxAbi.SOCK_CLOEXEC;
        int other = syscalls.socket(LinuxAbi.AF_NETLINK, type, 0);
        try {
            assertThat(syscalls.bind(other, highPortId, 0)).isZero();
            assertThat(syscalls.getsockname(other)).isEqualTo(highPortId);
            assertThat(syscalls.connect(other, syscalls.getsockname(socket))).isZero();
            assertThat(syscalls.send(other, getLoopback(), 0)).isEqualTo(32);

            assertThat(syscalls.recvmsg(socket, ByteBuffer.allocateDirect(64), 0, info))
                    .isEqualTo(32);
            assertThat(info.senderPortId()).isEqualTo(highPortId);
        } finally {
            syscalls.close(other);
        }
    }

    @Test
    void gathersPartsIntoOneDatagram() {
        NativeMemory memory = new NativeMemory(Syscalls.gatherBytes(8));
        ByteBuffer[] parts = new ByteBuffer[8];
        ByteBuffer whole = getLoopback();
        for (int part = 0; part < parts.length; part++) {
            parts[part] = whole.duplicate().position(4 * part).limit(4 * part + 4);
        }

        assertThat(syscalls.sendmsg(socket, parts, parts.length, 0, memory)).isEqualTo(32);
        ByteBuffer buffer = ByteBuffer.allocateDirect(1 << 16).order(ByteOrder.nativeOrder());
        assertThat(syscalls.recvmsg(socket, buffer, 0, info)).isGreaterThan(32);
        assertThat(buffer.getShort(4)).isNotEqualTo((short) NLMSG_ERROR);
    }

    @Test
    void pollTellsWhichDescriptorIsReady() {
        int event = syscalls.eventfd();
        try {
            PollSet set = new PollSet(3);
            set.watch(0, socket, LinuxAbi.POLLIN);
            set.watch(1, event, LinuxAbi.POLLIN);
            assertThat(syscalls.poll(set, 0)).isZero();

            assertThat(syscalls.eventfdWrite(event)).isZero();
            assertThat(syscalls.poll(set, -1)).isOne();
            assertThat(set.returned(0)).isZero();
            assertThat(set.returned(1)).isEqualTo(LinuxAbi.POLLIN);

            assertThat(syscalls.eventfdRead(event)).isZero();
            assertThat(syscalls.eventfdRead(event)).isEqualTo(-Errno.EAGAIN);
            syscalls.send(socket, getLoopback(), 0);
            assertThat(syscalls.poll(set, 1_000_000_000L)).isOne();
            assertThat(set.returned(0)).isEqualTo(LinuxAbi.POLLIN);
            assertThat(set.returned(1)).isZero();
        } finally {
            syscalls.close(event);
        }
    }

    @Test
    void errorsAreNegativeNumbersOfTheThreadThatMadeTheCall() throws Exception {
        CountDownLatch failed = new CountDownLatch(1);
        FutureTask<Integer> other = new FutureTask<>(() -> {
            int result = syscalls.open("/no/such/file", LinuxAbi.O_RDONLY);
            failed.countDown();
            return result;
        });
        Thread thread = new Thread(other);
        thread.start();
        failed.await();

        assertThat(syscalls.close(-1)).isEqualTo(-Errno.EBADF);
        assertThat(other.get(10, TimeUnit.SECONDS)).isEqualTo(-Errno.ENOENT);
        assertThat(syscalls.getsockopt(socket, LinuxAbi.SOL_NETLINK, 9999)).isEqualTo(-Errno.ENOPROTOOPT);
    }

    @Test
    void knowsProcessThreadAndUser() throws Exception {
        assertThat((long) syscalls.getpid()).isEqualTo(ProcessHandle.current().pid());
        Path self = Files.readSymbolicLink(Path.of("/proc/thread-self"));
        assertThat(syscalls.gettid())
                .isEqualTo(Integer.parseInt(self.getFileName().toString()));
        Object uid = Files.getAttribute(Path.of("/proc/self"), "unix:uid");
        assertThat(syscalls.geteuid()).isEqualTo(uid);
    }

    @Test
    void reservedMemoryTakesNoRoomUntilTouchedAndReadsAsZerosAgainWhenDiscarded() throws Exception {
        long before = residentBytes();
        ByteBuffer[] reserved = new ByteBuffer[64];
        for (int count = 0; count < reserved.length; count++) {
            reserved[count] = syscalls.reserve(4 << 20);
            reserved[count].putInt(0, 0x01020304);
        }
        assertThat(residentBytes() - before).isLessThan(64 << 20);

        ByteBuffer slice = reserved[0].slice(0, 8).order(ByteOrder.nativeOrder());
        assertThat(reserved[0].order()).isEqualTo(ByteOrder.nativeOrder());
        assertThat(slice.getInt(0)).isEqualTo(0x01020304);
        syscalls.discard(reserved[0]);
        assertThat(slice.getInt(0)).isZero();
        reserved[0].putInt(0, 7);
        assertThat(slice.getInt(0)).isEqualTo(7);
    }

    @Test
    void addressSpaceOfUnreachableMemoryIsGivenBack() throws Exception {
        ByteBuffer kept = syscalls.reserve(1 << 20).slice(4096, 8);
        kept.put(0, (byte) 1);
        long mapped = 0;
        for (int count = 0; count < 2000; count++) {
            syscalls.reserve(64 << 20);
            mapped += 64 << 20;
            if (count % 100 == 99) {
                System.gc();
            }
        }
        assertThat(mappedBytes()).isLessThan(mapped);
        assertThat(kept.get(0)).isEqualTo((byte) 1);
    }

    private static long residentBytes() throws Exception {
        return 4096
                * Long.parseLong(Files.readString(Path.of("/proc/self/statm")).split(" ")[1]);
    }

    private static long mappedBytes() throws Exception {
        return 4096
                * Long.parseLong(Files.readString(Path.of("/proc/self/statm")).split(" ")[0]);
    }
}
