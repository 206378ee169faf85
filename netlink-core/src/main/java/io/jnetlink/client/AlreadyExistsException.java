package io.jnetlink.client;

/** What was to be made exists already, or something that excludes it (EEXIST). */
public final class AlreadyExistsException extends KernelRejectedException {

    private static final long serialVersionUID = 1L;

    AlreadyExistsException(Refusal refusal) {
        super(refusal);
    }
}
