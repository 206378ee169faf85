package io.jnetlink.cases;

import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.sys.Syscalls;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;

/** System calls of the running kernel, and what was called. */
final class WatchedSyscalls {

    private final Syscalls target;
    private final Syscalls watched;
    private final Map<String, Integer> calls = new ConcurrentHashMap<>();
    private final List<Integer> sockets = new CopyOnWriteArrayList<>();
    private final CountDownLatch polling = new CountDownLatch(1);

    WatchedSyscalls(NetworkNamespace namespace) {
        target = namespace.syscalls();
        watched = (Syscalls) Proxy.newProxyInstance(
                Syscalls.class.getClassLoader(),
                new Class<?>[] {Syscalls.class},
                (proxy, method, arguments) -> call(method, arguments));
    }

    Syscalls syscalls() {
        return watched;
    }

    /** Descriptors of the sockets that were opened, in their order. */
    List<Integer> sockets() {
        return sockets;
    }

    /** How often a call was made. */
    int count(String call) {
        return calls.getOrDefault(call, 0);
    }

    /** Is open once somebody begins to wait. */
    CountDownLatch polling() {
        return polling;
    }

    private Object call(java.lang.reflect.Method method, Object[] arguments) throws Throwable {
        calls.merge(method.getName(), 1, Integer::sum);
        if (method.getName().equals("poll")) {
            polling.countDown();
        }
        try {
            Object result = method.invoke(target, arguments);
            if (method.getName().equals("socket")) {
                sockets.add((Integer) result);
            }
            return result;
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
