package io.jnetlink.ovs.limit;

import io.jnetlink.ovs.ctlimit.ZoneLimit;
import io.jnetlink.wire.InvalidFieldException;

/**
 * How many connections may be tracked in a zone.
 *
 * <p>Immutable.
 *
 * @param zone its number, or {@link #DEFAULT_ZONE}
 * @param limit most connections; 0 for as many as there are
 * @param count connections at present, in what the kernel reports
 */
public record CtLimit(int zone, long limit, long count) {

    /** Stands for all zones without a limit of their own. */
    public static final int DEFAULT_ZONE = -1;

    private static final int LAST_ZONE = 0xffff;
    private static final long U32 = 0xffff_ffffL;

    /**
     * @throws InvalidFieldException if there is no such zone, or a number has more than 32 bits
     */
    public CtLimit {
        requireZone(zone);
        if (limit < 0 || limit > U32) {
            throw new InvalidFieldException("connection limit", limit, "must be 0.." + U32);
        }
        if (count < 0 || count > U32) {
            throw new InvalidFieldException("connections", count, "must be 0.." + U32);
        }
    }

    /** A limit of a zone. */
    public static CtLimit of(int zone, long limit) {
        return new CtLimit(zone, limit, 0);
    }

    /** The limit of all zones without one of their own. */
    public static CtLimit ofOthers(long limit) {
        return of(DEFAULT_ZONE, limit);
    }

    /** As it stands in a message. */
    static CtLimit of(ZoneLimit limit) {
        return new CtLimit(limit.zoneId(), limit.limit(), limit.count());
    }

    /** Whether it is that of all zones without one of their own. */
    public boolean isDefault() {
        return zone == DEFAULT_ZONE;
    }

    static int requireZone(int zone) {
        if (zone < DEFAULT_ZONE || zone > LAST_ZONE) {
            throw new InvalidFieldException("zone", zone, "must be 0.." + LAST_ZONE + ", or -1 for all others");
        }
        return zone;
    }
}
