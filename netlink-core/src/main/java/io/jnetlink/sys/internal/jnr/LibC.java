package io.jnetlink.sys.internal.jnr;

import com.kenai.jffi.CallContext;
import com.kenai.jffi.CallingConvention;
import com.kenai.jffi.Invoker;
import com.kenai.jffi.LastError;
import com.kenai.jffi.Library;
import com.kenai.jffi.Type;
import io.jnetlink.sys.Errno;

/**
 * Every native function there is, with its C signature.
 *
 * <p>They are called through jffi, the engine under jnr-ffi, and not through an interface that jnr-ffi implements: a call costs the
 * same either way, but the interface has its code written when the program starts, which takes longer than all else a short-lived
 * command does.
 *
 * <p>Results below zero become {@code -errno}. Thread-safe: the error is read on the thread that made the call.
 */
final class LibC {

    private static final Type INT = Type.SINT32;
    private static final Type UINT = Type.UINT32;
    private static final Type SIZE = Type.UINT64;
    private static final Type SSIZE = Type.SINT64;
    private static final Type POINTER = Type.POINTER;

    private final Invoker invoker = Invoker.getInstance();
    private final LastError lastError = LastError.getInstance();
    private final Library library = Library.getDefault();

    private final Function socket = function("socket", INT, INT, INT, INT);
    private final Function bind = function("bind", INT, INT, POINTER, UINT);
    private final Function connect = function("connect", INT, INT, POINTER, UINT);
    private final Function getsockname = function("getsockname", INT, INT, POINTER, POINTER);
    private final Function setsockopt = function("setsockopt", INT, INT, INT, INT, POINTER, UINT);
    private final Function getsockopt = function("getsockopt", INT, INT, INT, INT, POINTER, POINTER);
    private final Function send = function("send", SSIZE, INT, POINTER, SIZE, INT);
    private final Function sendmsg = function("sendmsg", SSIZE, INT, POINTER, INT);
    private final Function recvmsg = function("recvmsg", SSIZE, INT, POINTER, INT);
    private final Function ppoll = function("ppoll", INT, POINTER, SIZE, POINTER, POINTER);
    private final Function eventfd = function("eventfd", INT, UINT, INT);
    private final Function read = function("read", SSIZE, INT, POINTER, SIZE);
    private final Function write = function("write", SSIZE, INT, POINTER, SIZE);
    private final Function close = function("close", INT, INT);
    private final Function open = function("open", INT, POINTER, INT, INT);
    private final Function setns = function("setns", INT, INT, INT);
    private final Function unshare = function("unshare", INT, INT);
    private final Function getpid = function("getpid", INT);
    private final Function gettid = optional("gettid", INT);
    private final Function geteuid = function("geteuid", UINT);
    private final Function mmap = function("mmap", POINTER, POINTER, SIZE, INT, INT, INT, SSIZE);
    private final Function munmap = function("munmap", INT, POINTER, SIZE);
    private final Function madvise = function("madvise", INT, POINTER, SIZE, INT);

    int socket(int domain, int type, int protocol) {
        return status(invoker.invokeN3(socket.context, socket.address, domain, type, protocol));
    }

    int bind(int fd, long address, int length) {
        return status(invoker.invokeN3(bind.context, bind.address, fd, address, length));
    }

    int connect(int fd, long address, int length) {
        return status(invoker.invokeN3(connect.context, connect.address, fd, address, length));
    }

    int getsockname(int fd, long address, long length) {
        return status(invoker.invokeN3(getsockname.context, getsockname.address, fd, address, length));
    }

    int setsockopt(int fd, int level, int option, long value, int length) {
        return status(invoker.invokeN5(setsockopt.context, setsockopt.address, fd, level, option, value, length));
    }

    int getsockopt(int fd, int level, int option, long value, long length) {
        return status(invoker.invokeN5(getsockopt.context, getsockopt.address, fd, level, option, value, length));
    }

    int send(int fd, long bytes, long length, int flags) {
        return (int) result(invoker.invokeN4(send.context, send.address, fd, bytes, length, flags));
    }

    int sendmsg(int fd, long message, int flags) {
        return (int) result(invoker.invokeN3(sendmsg.context, sendmsg.address, fd, message, flags));
    }

    int recvmsg(int fd, long message, int flags) {
        return (int) result(invoker.invokeN3(recvmsg.context, recvmsg.address, fd, message, flags));
    }

    int ppoll(long entries, long count, long timeout) {
        return status(invoker.invokeN4(ppoll.context, ppoll.address, entries, count, timeout, 0));
    }

    int eventfd(int value, int flags) {
        return status(invoker.invokeN2(eventfd.context, eventfd.address, value, flags));
    }

    int read(int fd, long bytes, long length) {
        return (int) result(invoker.invokeN3(read.context, read.address, fd, bytes, length));
    }

    int write(int fd, long bytes, long length) {
        return (int) result(invoker.invokeN3(write.context, write.address, fd, bytes, length));
    }

    int close(int fd) {
        return status(invoker.invokeN1(close.context, close.address, fd));
    }

    int open(long path, int flags) {
        return status(invoker.invokeN3(open.context, open.address, path, flags, 0));
    }

    int setns(int fd, int type) {
        return status(invoker.invokeN2(setns.context, setns.address, fd, type));
    }

    int unshare(int flags) {
        return status(invoker.invokeN1(unshare.context, unshare.address, flags));
    }

    int getpid() {
        return (int) invoker.invokeN0(getpid.context, getpid.address);
    }

    /** glibc has it since 2.30 only. */
    int gettid() {
        return gettid.address == 0 ? -Errno.ENOSYS : (int) invoker.invokeN0(gettid.context, gettid.address);
    }

    int geteuid() {
        return (int) invoker.invokeN0(geteuid.context, geteuid.address);
    }

    /** An address, or a negative error number: addresses of user space are never negative. */
    long mmap(long length, int protection, int flags) {
        return result(invoker.invokeN6(mmap.context, mmap.address, 0, length, protection, flags, -1, 0));
    }

    int munmap(long address, long length) {
        return status(invoker.invokeN2(munmap.context, munmap.address, address, length));
    }

    int madvise(long address, long length, int advice) {
        return status(invoker.invokeN3(madvise.context, madvise.address, address, length, advice));
    }

    private long result(long value) {
        return value < 0 ? -lastError.get() : value;
    }

    /** Of a function that returns an {@code int}: the upper half of the register means nothing. */
    private int status(long value) {
        return (int) value < 0 ? -lastError.get() : (int) value;
    }

    private Function function(String name, Type result, Type... parameters) {
        Function function = optional(name, result, parameters);
        if (function.address == 0) {
            throw new UnsatisfiedLinkError("libc has no function " + name);
        }
        return function;
    }

    private Function optional(String name, Type result, Type... parameters) {
        CallContext context = CallContext.getCallContext(result, parameters, CallingConvention.DEFAULT, true);
        return new Function(library.getSymbolAddress(name), context);
    }

    private static final class Function {

        final long address;
        final CallContext context;

        Function(long address, CallContext context) {
            this.address = address;
            this.context = context;
        }
    }
}
