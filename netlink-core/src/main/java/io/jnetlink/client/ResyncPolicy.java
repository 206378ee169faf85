package io.jnetlink.client;

/**
 * How hard a {@link StateFeed} tries to read a state that changes meanwhile.
 *
 * <p>Immutable.
 *
 * <pre>{@code
 * ResyncPolicy.attempts(20).growingReceiveBuffer(32 << 20)
 * }</pre>
 */
public final class ResyncPolicy {

    /** How often reading is started at most, unless said otherwise. */
    public static final int DEFAULT_ATTEMPTS = 8;

    /** How large the receive buffer may become, unless said otherwise: 16 MiB. */
    public static final int DEFAULT_MOST_BUFFER_BYTES = 16 << 20;

    private static final ResyncPolicy DEFAULTS = new ResyncPolicy(DEFAULT_ATTEMPTS, DEFAULT_MOST_BUFFER_BYTES, false);

    private final int attempts;
    private final int mostBufferBytes;
    private final boolean acceptingInterrupted;

    private ResyncPolicy(int attempts, int mostBufferBytes, boolean acceptingInterrupted) {
        this.attempts = attempts;
        this.mostBufferBytes = mostBufferBytes;
        this.acceptingInterrupted = acceptingInterrupted;
    }

    /** 8 attempts, a receive buffer that grows to 16 MiB if need be, and no interrupted listings. */
    public static ResyncPolicy defaults() {
        return DEFAULTS;
    }

    /**
     * The defaults with another number of attempts, which follow each other at once.
     *
     * @param most how often reading is started until a {@link ResyncFailedException} tells that it is hopeless
     * @throws IllegalArgumentException if it is not positive
     */
    public static ResyncPolicy attempts(int most) {
        if (most <= 0) {
            throw new IllegalArgumentException("there must be an attempt, not " + most);
        }
        return new ResyncPolicy(most, DEFAULT_MOST_BUFFER_BYTES, false);
    }

    /**
     * Doubles the receive buffer of the notifications whenever it overruns while the state is read, up to a size. Beyond
     * {@code net.core.rmem_max} that takes CAP_NET_ADMIN.
     *
     * @param mostBytes the size as the kernel counts it, its overhead included; 0 never changes the buffer
     * @throws IllegalArgumentException if it is negative
     */
    public ResyncPolicy growingReceiveBuffer(int mostBytes) {
        if (mostBytes < 0) {
            throw new IllegalArgumentException("a buffer of " + mostBytes + " bytes");
        }
        return new ResyncPolicy(attempts, mostBytes, acceptingInterrupted);
    }

    /**
     * If the last attempt fails only because the kernel marks what it lists as interrupted, delivers that, marked. Notifications
     * mend whatever changed; what may be missing is what did not change but moved in the kernel's list.
     */
    public ResyncPolicy acceptInterrupted() {
        return new ResyncPolicy(attempts, mostBufferBytes, true);
    }

    int attempts() {
        return attempts;
    }

    int mostBufferBytes() {
        return mostBufferBytes;
    }

    boolean isAcceptingInterrupted() {
        return acceptingInterrupted;
    }

    @Override
    public String toString() {
        return attempts + " attempts, receive buffer up to " + mostBufferBytes + " bytes, "
                + (acceptingInterrupted ? "then accepts interrupted" : "then fails");
    }
}
