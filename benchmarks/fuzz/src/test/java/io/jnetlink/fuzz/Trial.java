package io.jnetlink.fuzz;

import com.sun.management.ThreadMXBean;
import io.jnetlink.wire.MalformedMessageException;
import java.lang.management.ManagementFactory;

/**
 * One run of a reader over bytes of any kind: it ends with a value or with {@link MalformedMessageException}, and takes no
 * more memory than the bytes warrant. What else it throws goes on, and is a finding.
 *
 * <p>Stateless. That it ends soon is for the fuzzer to watch, which has a limit of time for each input.
 */
public final class Trial {

    /** Readers, tables by attribute number, an exception with its stack: what even a short message may cost. */
    private static final long ALLOWANCE = 256 << 10;

    /** An empty attribute has four bytes, and as a named piece of text some hundred; each level of nests copies texts once more. */
    private static final long BYTES_PER_INPUT_BYTE = 1024;

    private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

    private Trial() {}

    /** Reads, and checks what that cost. */
    public static void run(byte[] input, Runnable reader) {
        long limit = ALLOWANCE + BYTES_PER_INPUT_BYTE * input.length;
        // The first time, classes may be loaded on this thread.
        if (allocatedBy(reader) > limit) {
            long allocated = allocatedBy(reader);
            if (allocated > limit) {
                throw new AssertionError(allocated + " bytes allocated for an input of " + input.length);
            }
        }
    }

    private static long allocatedBy(Runnable reader) {
        long before = THREADS.getCurrentThreadAllocatedBytes();
        try {
            reader.run();
        } catch (MalformedMessageException e) {
            requireExplanation(e);
        }
        return THREADS.getCurrentThreadAllocatedBytes() - before;
    }

    private static void requireExplanation(MalformedMessageException e) {
        if (e.getMessage() == null || e.getMessage().isEmpty() || e.offset() < 0) {
            throw new AssertionError("malformed, but not where and why", e);
        }
    }
}
