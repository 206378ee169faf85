package io.jnetlink.samples.ovs.run;

import io.jnetlink.client.KernelRejectedException;
import io.jnetlink.client.RequestTimeoutException;
import io.jnetlink.ovs.fault.OvsException;
import io.jnetlink.ovs.fault.OvsFault;
import io.jnetlink.sys.Errno;
import io.jnetlink.sys.SyscallException;

/** Which error number {@code ovs-dpctl} would print for a failure. Stateless. */
final class ErrorNumbers {

    private ErrorNumbers() {}

    static Errno of(RuntimeException failure) {
        if (failure instanceof OvsException fault) {
            return fault.errno().orElseGet(() -> Errno.of(usual(fault.fault())));
        }
        if (failure instanceof KernelRejectedException refusal) {
            return refusal.errno();
        }
        if (failure instanceof SyscallException call) {
            return call.errno();
        }
        if (failure instanceof RequestTimeoutException) {
            return Errno.of(Errno.ETIMEDOUT);
        }
        return Errno.of(failure instanceof IllegalArgumentException ? Errno.EINVAL : Errno.EIO);
    }

    /** Whether the text of the failure tells more than the error number. */
    static boolean hasWords(RuntimeException failure) {
        return !(failure instanceof KernelRejectedException);
    }

    private static int usual(OvsFault fault) {
        return switch (fault) {
            case DATAPATH_MISSING, PORT_MISSING, DEVICE_MISSING -> Errno.ENODEV;
            case FLOW_MISSING, METER_MISSING -> Errno.ENOENT;
            case DATAPATH_EXISTS, NAME_TAKEN, FLOW_EXISTS -> Errno.EEXIST;
            case NUMBER_TAKEN, DEVICE_TAKEN -> Errno.EBUSY;
            case NUMBERS_EXHAUSTED -> Errno.EFBIG;
            case UDP_PORT_TAKEN -> Errno.EADDRINUSE;
            case FEATURE_REFUSED, OPTION_IGNORED -> Errno.EOPNOTSUPP;
            case KIND_UNSUPPORTED -> Errno.EAFNOSUPPORT;
            default -> Errno.EINVAL;
        };
    }
}
