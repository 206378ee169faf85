package io.jnetlink.ovs;

import io.jnetlink.client.KernelRejectedException;
import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.NotFoundException;
import io.jnetlink.client.Request;
import io.jnetlink.ovs.fault.OvsException;
import io.jnetlink.ovs.fault.OvsFault;
import io.jnetlink.ovs.limit.Meter;
import io.jnetlink.ovs.limit.MeterFeatures;
import io.jnetlink.ovs.limit.MeterRequests;
import io.jnetlink.ovs.limit.MeterSpec;
import io.jnetlink.ovs.meter.MeterMessage;
import io.jnetlink.ovs.meter.MeterMessageView;
import io.jnetlink.sys.Errno;
import java.util.Optional;

/**
 * Meters of datapaths, which actions send packets through.
 *
 * <p>Thread-safe.
 */
public final class OvsMeters {

    /** Numbers that nobody else is likely to use. */
    private static final long FIRST_TRIAL = 54_545_401;

    private static final long SECOND_TRIAL = FIRST_TRIAL + 1;

    private final NetlinkClient client;

    OvsMeters(NetlinkClient client) {
        this.client = client;
    }

    /**
     * What a datapath offers.
     *
     * @throws OvsException if there is no such datapath
     */
    public MeterFeatures features(Datapath datapath) {
        return MeterFeatures.of(answer(datapath, MeterRequests.features(datapath.index())));
    }

    /**
     * Makes a meter, or replaces one.
     *
     * @return what the replaced one had counted, or empty if it is new
     * @throws OvsException if there is no such datapath
     * @throws KernelRejectedException if the kernel refuses number, rates or bands
     */
    public Optional<Meter> set(Datapath datapath, MeterSpec meter) {
        return counted(answer(datapath, MeterRequests.set(datapath.index(), meter)));
    }

    /**
     * What a meter has counted.
     *
     * @throws OvsException if there is no such meter, or no such datapath
     */
    public Meter get(Datapath datapath, long id) {
        return find(datapath, id)
                .orElseThrow(() -> new OvsException(
                        OvsFault.METER_MISSING, "datapath " + datapath.name() + " has no meter " + id));
    }

    /**
     * What a meter has counted, or empty if there is none of the number.
     *
     * @throws OvsException if there is no such datapath
     */
    public Optional<Meter> find(Datapath datapath, long id) {
        try {
            return Optional.of(new Meter(client.answer(MeterRequests.get(datapath.index(), id))));
        } catch (NotFoundException e) {
            if (e.errno().number() == Errno.ENOENT) {
                return Optional.empty();
            }
            throw FlowFaults.missingDatapath(datapath, e);
        }
    }

    /**
     * Deletes a meter. Flows that name it drop their packets from then on.
     *
     * @return what it had counted, or empty if there was none of the number
     * @throws OvsException if there is no such datapath
     */
    public Optional<Meter> delete(Datapath datapath, long id) {
        return counted(answer(datapath, MeterRequests.delete(datapath.index(), id)));
    }

    /**
     * Whether the kernel takes every meter for number 0, as those of Linux 4.15 to 4.17 do: meters are of no use then. Tries
     * it out by two meters of high numbers, which are deleted again.
     *
     * @throws OvsException if there is no such datapath
     */
    public boolean confusesMeters(Datapath datapath) {
        try {
            set(datapath, trial(FIRST_TRIAL));
            set(datapath, trial(SECOND_TRIAL));
            return !isThere(datapath, FIRST_TRIAL) || !isThere(datapath, SECOND_TRIAL);
        } finally {
            delete(datapath, FIRST_TRIAL);
            delete(datapath, SECOND_TRIAL);
        }
    }

    private boolean isThere(Datapath datapath, long id) {
        return find(datapath, id).filter(meter -> meter.id() == id).isPresent();
    }

    private static MeterSpec trial(long id) {
        return MeterSpec.kilobitsPerSecond(id).dropAbove(1);
    }

    /** The kernel counts for meters that were there only. */
    private static Optional<Meter> counted(MeterMessage answer) {
        return answer.attributes().hasStats() ? Optional.of(new Meter(answer)) : Optional.empty();
    }

    private MeterMessage answer(Datapath datapath, Request<MeterMessage, MeterMessageView> request) {
        try {
            return client.answer(request);
        } catch (NotFoundException e) {
            if (e.errno().number() == Errno.ENODEV) {
                throw FlowFaults.missingDatapath(datapath, e);
            }
            throw e;
        }
    }
}
