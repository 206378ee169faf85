package io.jnetlink.sys;

/**
 * Multicast groups as the bits of a netlink socket address, which has room for the first 32 only.
 *
 * <p>Further groups can be joined by their number alone. A shift in Java takes its distance modulo 32, so that {@code 1 << 32}, meant
 * for group 33, would silently choose group 1; hence this type.
 *
 * <p>Immutable.
 *
 * @param bits bit <i>n</i>−1 for group <i>n</i>, as {@link Syscalls#bind} takes them and {@link ReceivedInfo#senderGroups()} gives them
 */
public record GroupMask(int bits) {

    /** The last group that has a bit. */
    public static final int LAST = Integer.SIZE;

    /**
     * The mask of some groups.
     *
     * @param groups numbers, from 1 on
     * @return the mask
     * @throws IllegalArgumentException when a group has no bit
     */
    public static GroupMask of(int... groups) {
        int bits = 0;
        for (int group : groups) {
            if (group < 1 || group > LAST) {
                throw new IllegalArgumentException("multicast group " + group
                        + " is not representable in a mask, which has groups 1.." + LAST + "; join it by its number");
            }
            bits |= 1 << group - 1;
        }
        return new GroupMask(bits);
    }

    /**
     * Whether a group is in it.
     *
     * @param group number of the group
     * @return false also for groups that have no bit
     */
    public boolean contains(int group) {
        return group >= 1 && group <= LAST && (bits >>> group - 1 & 1) != 0;
    }
}
