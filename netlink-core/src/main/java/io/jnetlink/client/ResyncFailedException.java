package io.jnetlink.client;

import io.jnetlink.NetlinkException;

/** A {@link StateFeed} could not read the state as often as it tried; what it delivered before is worthless. */
public final class ResyncFailedException extends NetlinkException {

    private static final long serialVersionUID = 1L;

    private final ResyncCause lastCause;
    private final int attempts;

    ResyncFailedException(ResyncCause lastCause, int attempts) {
        super("the state could not be read in " + attempts + (attempts == 1 ? " attempt" : " attempts") + ": "
                + reason(lastCause));
        this.lastCause = lastCause;
        this.attempts = attempts;
    }

    /** Why the last attempt failed. */
    public ResyncCause lastCause() {
        return lastCause;
    }

    /** How often it was tried. */
    public int attempts() {
        return attempts;
    }

    private static String reason(ResyncCause cause) {
        return switch (cause) {
            case OVERRUN -> "the receive queue overran meanwhile; a larger receive buffer helps";
            case INTERRUPTED -> "it changed while the kernel listed it";
            case AMBIGUOUS -> "an object was displaced meanwhile, and the kernel does not say which";
            case UNTOLD_CHANGES -> "something changed meanwhile that is not told in full";
            case START, FAILURE, REQUESTED -> "it was asked for anew meanwhile";
        };
    }
}
