package io.jnetlink.ovs.fault;

import io.jnetlink.NetlinkException;
import io.jnetlink.client.KernelRejectedException;
import io.jnetlink.sys.Errno;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Something that was asked of Open vSwitch did not work, and its text says what stands in the way. Whatever had been done
 * on the way is undone, unless the text says otherwise.
 *
 * <p>Where the kernel refused a request, its refusal is the {@linkplain #getCause() cause}.
 */
public final class OvsException extends NetlinkException {

    private static final long serialVersionUID = 1L;

    private final OvsFault fault;
    private final int errno;

    private OvsException(OvsFault fault, String message, int errno, @Nullable Throwable cause) {
        super(message, cause);
        this.fault = fault;
        this.errno = errno;
    }

    /**
     * A fault that the kernel told.
     *
     * @param fault its kind
     * @param message what stands in the way, as a sentence
     * @param cause the kernel's refusal
     */
    public OvsException(OvsFault fault, String message, KernelRejectedException cause) {
        this(fault, message, cause.errno().number(), cause);
    }

    /**
     * A fault that showed without a refusal, such as a device that is not what was asked for.
     *
     * @param fault its kind
     * @param message what stands in the way, as a sentence
     */
    public OvsException(OvsFault fault, String message) {
        this(fault, message, 0, null);
    }

    /**
     * A fault that showed without a refusal, and that has an error number of its own.
     *
     * @param fault its kind
     * @param message what stands in the way, as a sentence
     * @param errno the positive error number
     */
    public OvsException(OvsFault fault, String message, int errno) {
        this(fault, message, errno, null);
    }

    /**
     * The same with more to say.
     *
     * @param note part of a sentence, put behind the text
     */
    public OvsException withNote(String note) {
        OvsException more = new OvsException(fault, getMessage() + "; " + note, errno, getCause());
        for (Throwable suppressed : getSuppressed()) {
            more.addSuppressed(suppressed);
        }
        return more;
    }

    /** The kind of fault. */
    public OvsFault fault() {
        return fault;
    }

    /** The error number that goes with it, if there is one. */
    public Optional<Errno> errno() {
        return errno == 0 ? Optional.empty() : Optional.of(Errno.of(errno));
    }
}
