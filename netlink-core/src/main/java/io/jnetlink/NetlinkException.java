package io.jnetlink;

import org.jspecify.annotations.Nullable;

/**
 * Root of everything that can go wrong while talking netlink: malformed messages, refused requests, lost sockets.
 *
 * <p>Bad arguments are not here: they are {@link IllegalArgumentException}s, thrown before anything is sent.
 */
public class NetlinkException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /**
     * @param message what went wrong, as a sentence
     */
    public NetlinkException(String message) {
        super(message);
    }

    /**
     * @param message what went wrong, as a sentence
     * @param cause what it came from, if something else threw first
     */
    public NetlinkException(String message, @Nullable Throwable cause) {
        super(message, cause);
    }
}
