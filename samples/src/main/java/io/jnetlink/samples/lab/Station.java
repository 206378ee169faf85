package io.jnetlink.samples.lab;

import io.jnetlink.wire.HardwareAddress;

/**
 * Whom frames come from and go to: each VLAN has stations of its own.
 *
 * <p>Immutable.
 *
 * @param vlan the VLAN, or {@link #UNTAGGED}
 * @param address the hardware address
 */
public record Station(int vlan, HardwareAddress address) {

    /** For frames without a VLAN tag. */
    public static final int UNTAGGED = -1;

    private static final int GROUP_BIT = 1;
    private static final byte[] RESERVED = {1, (byte) 0x80, (byte) 0xc2, 0, 0};

    /** Whether it stands for several: broadcast is one of those. */
    public boolean isGroup() {
        return (address.toByteArray()[0] & GROUP_BIT) != 0;
    }

    /** Whether it is one of the sixteen groups whose frames no bridge passes on: spanning tree, pause frames and the like. */
    public boolean isReserved() {
        byte[] bytes = address.toByteArray();
        for (int i = 0; i < RESERVED.length; i++) {
            if (bytes[i] != RESERVED[i]) {
                return false;
            }
        }
        return (bytes[RESERVED.length] & 0xf0) == 0;
    }

    @Override
    public String toString() {
        return vlan == UNTAGGED ? address.toString() : address + " of VLAN " + vlan;
    }
}
