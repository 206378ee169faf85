package io.jnetlink.torture;

import io.jnetlink.sys.Errno;
import io.jnetlink.sys.Syscalls;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.NetlinkBuffer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.nio.ByteBuffer;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The running kernel, but that now and then a verdict gets lost on its way, so that requests time out. Replies and parts of
 * dumps never do: of those the kernel itself would tell.
 */
final class LossySyscalls {

    private LossySyscalls() {}

    /**
     * Makes it.
     *
     * @param oneIn out of so many verdicts one is lost, on average
     */
    static Syscalls losingOneIn(int oneIn) {
        Syscalls kernel = Syscalls.system();
        return (Syscalls) Proxy.newProxyInstance(
                LossySyscalls.class.getClassLoader(), new Class<?>[] {Syscalls.class}, (proxy, method, arguments) -> {
                    Object result = call(kernel, method, arguments);
                    return method.getName().equals("recvmsg")
                                    && (int) result >= MessageHeader.SIZE
                                    && isVerdict((ByteBuffer) arguments[1])
                                    && ThreadLocalRandom.current().nextInt(oneIn) == 0
                            ? -Errno.EAGAIN
                            : result;
                });
    }

    private static boolean isVerdict(ByteBuffer datagram) {
        return MessageHeader.type(NetlinkBuffer.wrap(datagram), 0) == MessageHeader.ERROR;
    }

    private static Object call(Syscalls kernel, Method method, Object[] arguments) throws Throwable {
        try {
            return method.invoke(kernel, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
