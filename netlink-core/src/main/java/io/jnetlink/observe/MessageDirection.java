package io.jnetlink.observe;

/** Which way a message goes. */
public enum MessageDirection {
    /** From the program to the kernel. */
    TO_KERNEL,

    /** From the kernel to the program. */
    FROM_KERNEL
}
