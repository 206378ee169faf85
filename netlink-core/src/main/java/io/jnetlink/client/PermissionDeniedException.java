package io.jnetlink.client;

/** The caller may not do this; most changes need CAP_NET_ADMIN in the user namespace that owns the network namespace (EPERM, EACCES). */
public final class PermissionDeniedException extends KernelRejectedException {

    private static final long serialVersionUID = 1L;

    PermissionDeniedException(Refusal refusal) {
        super(refusal);
    }
}
