package io.jnetlink.ovs.text;

import java.nio.ByteOrder;

/**
 * What ovs-vswitchd puts into {@code OVS_USERSPACE_ATTR_USERDATA} to know an upcall again. Not thread-safe.
 *
 * <pre>
 *   0       2       4               8                                24                      48
 *   | kind  |       | OpenFlow port | identifier of the bridge       | depends on the kind   |
 * </pre>
 */
final class Cookie {

    static final int SIZE = 48;

    private static final int KIND_AT = 0;
    private static final int PORT_AT = 4;
    /** No OpenFlow port. */
    private static final long NO_PORT = 0xffff;

    private final MaskedBytes bytes;

    private Cookie(byte[] bytes) {
        this.bytes = MaskedBytes.of(bytes, null);
    }

    static Cookie ofKind(int kind) {
        Cookie cookie = new Cookie(new byte[SIZE]);
        cookie.put(KIND_AT, Short.BYTES, kind);
        cookie.put(PORT_AT, Integer.BYTES, NO_PORT);
        return cookie;
    }

    static Cookie of(byte[] bytes) {
        return new Cookie(bytes);
    }

    int kind() {
        return (int) get(KIND_AT, Short.BYTES);
    }

    long get(int offset, int size) {
        return bytes.slice(offset, size).value(ByteOrder.nativeOrder());
    }

    long getBigEndian(int offset, int size) {
        return bytes.slice(offset, size).value(ByteOrder.BIG_ENDIAN);
    }

    void put(int offset, int size, long value) {
        bytes.slice(offset, size).put(value, 0, ByteOrder.nativeOrder());
    }

    void putBigEndian(int offset, int size, long value) {
        bytes.slice(offset, size).put(value, 0, ByteOrder.BIG_ENDIAN);
    }

    byte[] toByteArray() {
        return bytes.valueBytes();
    }
}
