package io.jnetlink.sys.internal.jnr;

import com.kenai.jffi.MemoryIO;
import io.jnetlink.sys.SyscallException;
import java.lang.ref.PhantomReference;
import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Anonymous mappings as buffers. A page takes room once it is touched, and a mapping ends when nobody can reach its buffer any more.
 *
 * <p>Unmapping while a slice of the buffer is still in somebody's hands would end the process on the next read, so it is never done
 * on request. Dead mappings are unmapped when the next one is made, which needs no thread. Thread-safe.
 */
final class ReservedMemory {

    private static final int PROT_READ_WRITE = 0x1 | 0x2;
    private static final int MAP_PRIVATE_ANONYMOUS = 0x02 | 0x20;
    private static final int MADV_DONTNEED = 4;
    private static final int MADV_NOHUGEPAGE = 15;

    private final LibC libc;
    private final MemoryIO memory;
    private final ReferenceQueue<ByteBuffer> unreachable = new ReferenceQueue<>();
    private final Set<Mapping> mappings = ConcurrentHashMap.newKeySet();

    ReservedMemory(LibC libc, MemoryIO memory) {
        this.libc = libc;
        this.memory = memory;
    }

    ByteBuffer reserve(int bytes) {
        unmapUnreachable();
        long address = libc.mmap(bytes, PROT_READ_WRITE, MAP_PRIVATE_ANONYMOUS);
        if (address < 0) {
            throw new SyscallException("mmap", (int) -address, "of " + bytes + " bytes");
        }
        // One huge page would be 2 MiB of zeroing for a datagram of 40 bytes. A kernel without huge pages refuses,
        // rightly.
        libc.madvise(address, bytes, MADV_NOHUGEPAGE);
        ByteBuffer buffer = memory.newDirectByteBuffer(address, bytes).order(ByteOrder.nativeOrder());
        mappings.add(new Mapping(buffer, unreachable, address, bytes));
        return buffer;
    }

    void discard(ByteBuffer reserved) {
        libc.madvise(memory.getDirectBufferAddress(reserved), reserved.capacity(), MADV_DONTNEED);
        Reference.reachabilityFence(reserved);
    }

    private void unmapUnreachable() {
        for (Reference<?> dead = unreachable.poll(); dead != null; dead = unreachable.poll()) {
            Mapping mapping = (Mapping) dead;
            mappings.remove(mapping);
            libc.munmap(mapping.address, mapping.bytes);
        }
    }

    private static final class Mapping extends PhantomReference<ByteBuffer> {

        final long address;
        final int bytes;

        Mapping(ByteBuffer buffer, ReferenceQueue<ByteBuffer> queue, long address, int bytes) {
            super(buffer, queue);
            this.address = address;
            this.bytes = bytes;
        }
    }
}
