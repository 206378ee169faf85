package io.jnetlink.client;

/** An addressee that a thread waits for. */
interface Awaited extends Addressee {

    /** Whether the kernel has said its last word. */
    boolean hasEnded();
}
