package io.jnetlink.ovs.rule;

import io.jnetlink.wire.InvalidFieldException;

/** Tag control information of a VLAN, as the datapath has it: with a bit that says that there is a tag. */
final class VlanTag {

    static final int PRESENT = 0x1000;
    static final int VID = 0x0fff;

    private static final int PRIORITY_SHIFT = 13;

    private VlanTag() {}

    static int of(int vid, int priority) {
        if (vid < 0 || vid > VID) {
            throw new InvalidFieldException("vlan id", vid, "must be 0..4095");
        }
        if (priority < 0 || priority > 7) {
            throw new InvalidFieldException("vlan priority", priority, "must be 0..7");
        }
        return priority << PRIORITY_SHIFT | PRESENT | vid;
    }
}
