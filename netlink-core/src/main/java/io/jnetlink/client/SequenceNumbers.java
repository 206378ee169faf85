package io.jnetlink.client;

/** Numbers of requests: 32 bits, unsigned. Not thread-safe. */
final class SequenceNumbers {

    private static final long HIGHEST = 0xffff_ffffL;

    private long last;

    /**
     * @param last the number before the first
     */
    SequenceNumbers(long last) {
        this.last = last;
    }

    /** The number after the last one; never 0, which is what the kernel writes into events. */
    long next() {
        last = last == HIGHEST ? 1 : last + 1;
        return last;
    }

    /** How many numbers were given out from {@code first} on, up to and without {@code number}. */
    static long distance(long first, long number) {
        return number >= first ? number - first : number - first + HIGHEST;
    }
}
