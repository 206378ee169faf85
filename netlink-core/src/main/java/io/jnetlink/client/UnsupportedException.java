package io.jnetlink.client;

/** The kernel, or the kind of device, cannot do this (EOPNOTSUPP, EAFNOSUPPORT, EPROTONOSUPPORT). */
public final class UnsupportedException extends KernelRejectedException {

    private static final long serialVersionUID = 1L;

    UnsupportedException(Refusal refusal) {
        super(refusal);
    }
}
