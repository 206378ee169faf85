package io.jnetlink.cases;

import io.jnetlink.sys.LinuxAbi;
import java.util.ArrayList;
import java.util.List;
import jnr.ffi.LibraryLoader;
import jnr.ffi.Memory;
import jnr.ffi.Pointer;
import jnr.ffi.Runtime;

/** Multicast groups that a socket is in, as the kernel says; the library has no use for the question. */
final class Memberships {

    private static final int NETLINK_LIST_MEMBERSHIPS = 9;
    private static final int BYTES = 64;

    private Memberships() {}

    /** The one call that is needed. */
    public interface C {
        int getsockopt(int fd, int level, int option, Pointer value, Pointer length);
    }

    static List<Integer> of(int descriptor) {
        C libc = LibraryLoader.create(C.class).load("c");
        Runtime runtime = Runtime.getRuntime(libc);
        Pointer words = Memory.allocateDirect(runtime, BYTES, true);
        Pointer length = Memory.allocateDirect(runtime, Integer.BYTES);
        length.putInt(0, BYTES);
        if (libc.getsockopt(descriptor, LinuxAbi.SOL_NETLINK, NETLINK_LIST_MEMBERSHIPS, words, length) != 0) {
            throw new AssertionError("getsockopt(NETLINK_LIST_MEMBERSHIPS) failed");
        }
        List<Integer> groups = new ArrayList<>();
        for (int bit = 0; bit < BYTES * Byte.SIZE; bit++) {
            if ((words.getInt(bit / Integer.SIZE * Integer.BYTES) >>> bit % Integer.SIZE & 1) != 0) {
                groups.add(bit + 1);
            }
        }
        return groups;
    }
}
