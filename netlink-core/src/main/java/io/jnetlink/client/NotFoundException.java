package io.jnetlink.client;

/** What the request is about does not exist (ENODEV, ENOENT, ESRCH, ENXIO). */
public final class NotFoundException extends KernelRejectedException {

    private static final long serialVersionUID = 1L;

    NotFoundException(Refusal refusal) {
        super(refusal);
    }
}
