package io.jnetlink.client;

import io.jnetlink.NetlinkException;
import io.jnetlink.message.AttributePath;
import io.jnetlink.sys.Errno;
import java.util.Optional;

/**
 * The kernel refused a request.
 *
 * <p>The text names the operation, the error, the kernel's own sentence, the attribute at fault and the allowed range,
 * as far as the kernel tells: {@code "newlink: ERANGE (Numerical result out of range): VXLAN ID must be lower than
 * 16777216 [IFLA_LINKINFO.IFLA_INFO_DATA.IFLA_VXLAN_ID]"}. Where the kernel gives no text, what the number most likely means
 * is added: {@code "newlink: EEXIST (File exists); likely: a link of this name exists already"}. Subclasses exist where
 * callers branch.
 *
 * <p>Immutable, as far as exceptions are. Serializable with all that it says.
 */
public class KernelRejectedException extends NetlinkException {

    private static final long serialVersionUID = 1L;

    private final Refusal refusal;

    KernelRejectedException(Refusal refusal) {
        super(refusal.sentence());
        this.refusal = refusal;
    }

    /** The error number. */
    public final Errno errno() {
        return refusal.errno();
    }

    /** The kernel's own sentence, if it sent one. */
    public final Optional<String> kernelMessage() {
        return refusal.extendedAck().message();
    }

    /**
     * The attribute at fault, or the one that is missing, in the names of the UAPI headers. Taken from the kernel's
     * offset, which is kept only if an attribute of the request starts there.
     */
    public final Optional<AttributePath> attributePath() {
        return Optional.ofNullable(refusal.path());
    }

    /**
     * What the error most likely means, if the kernel sent no text: our words, not its own, and a guess. See {@link
     * RefusalExplainer}.
     */
    public final Optional<String> explanation() {
        return Optional.ofNullable(refusal.explanation());
    }

    /** Everything that the kernel said. */
    public final ExtendedAck extendedAck() {
        return refusal.extendedAck();
    }

    /** The refused request, one field in a line. */
    public final String request() {
        return refusal.requestText();
    }
}
