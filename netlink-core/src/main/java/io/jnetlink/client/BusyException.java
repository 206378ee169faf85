package io.jnetlink.client;

/** What the request is about is in use (EBUSY). */
public final class BusyException extends KernelRejectedException {

    private static final long serialVersionUID = 1L;

    BusyException(Refusal refusal) {
        super(refusal);
    }
}
