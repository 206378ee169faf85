package io.jnetlink.ovs.limit;

import io.jnetlink.wire.InvalidFieldException;
import java.util.ArrayList;
import java.util.List;

/**
 * A meter as it shall be: packets above the rate of a band are dropped.
 *
 * <p>Immutable.
 *
 * @param id its number in the datapath, which actions name
 * @param unit what rates count
 * @param bands at least one, and kernels so far take no more
 * @param clears whether the counters of a meter that is replaced start anew
 */
public record MeterSpec(long id, MeterUnit unit, List<Band> bands, boolean clears) {

    private static final long U32 = 0xffff_ffffL;

    /**
     * A rate, above which packets are dropped.
     *
     * <p>Immutable.
     *
     * @param rate in the unit of the meter, for each second
     * @param burst in the unit of the meter
     */
    public record Band(long rate, long burst) {

        /**
         * @throws InvalidFieldException if a number has more than 32 bits, or the rate is 0
         */
        public Band {
            requireU32("rate", rate, 1);
            requireU32("burst", burst, 0);
        }
    }

    /**
     * @throws InvalidFieldException if the number has more than 32 bits
     */
    public MeterSpec {
        requireU32("meter id", id, 0);
        bands = List.copyOf(bands);
    }

    /** A meter in packets per second, with a band to be added. */
    public static MeterSpec packetsPerSecond(long id) {
        return new MeterSpec(id, MeterUnit.PACKETS, List.of(), false);
    }

    /** A meter in kilobits per second, with a band to be added. */
    public static MeterSpec kilobitsPerSecond(long id) {
        return new MeterSpec(id, MeterUnit.KILOBITS, List.of(), false);
    }

    /** The same with one more band, whose burst is as large as its rate, as Open vSwitch has it. */
    public MeterSpec dropAbove(long rate) {
        return dropAbove(rate, rate);
    }

    /** The same with one more band. */
    public MeterSpec dropAbove(long rate, long burst) {
        List<Band> more = new ArrayList<>(bands);
        more.add(new Band(rate, burst));
        return new MeterSpec(id, unit, more, clears);
    }

    /** The same, setting the counters to zero. */
    public MeterSpec clearing() {
        return new MeterSpec(id, unit, bands, true);
    }

    private static void requireU32(String field, long value, long least) {
        if (value < least || value > U32) {
            throw new InvalidFieldException(field, value, "must be " + least + ".." + U32);
        }
    }
}
