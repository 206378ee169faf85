package io.jnetlink.ovs;

import io.jnetlink.client.AlreadyExistsException;
import io.jnetlink.client.DumpPolicy;
import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.NotFoundException;
import io.jnetlink.client.Request;
import io.jnetlink.client.UnsupportedException;
import io.jnetlink.ovs.datapath.DatapathAttrs;
import io.jnetlink.ovs.datapath.DatapathFeatures;
import io.jnetlink.ovs.datapath.DatapathMessage;
import io.jnetlink.ovs.datapath.DatapathMessageView;
import io.jnetlink.ovs.datapath.OvsDatapathSchema;
import io.jnetlink.ovs.fault.OvsException;
import io.jnetlink.ovs.fault.OvsFault;
import io.jnetlink.route.LinkSettings;
import io.jnetlink.wire.InvalidFieldException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Datapaths: what {@code ovs-dpctl add-dp}, {@code del-dp}, {@code dump-dps}, {@code show} and {@code cache-set-size} do.
 *
 * <p>Thread-safe. Only the methods that say so write anything, unlike those commands. A datapath that does not exist is an
 * {@link OvsException} of the fault {@link OvsFault#DATAPATH_MISSING}.
 */
public final class OvsDatapaths {

    /** Largest size of a cache of masks that can be asked for; kernels take less. */
    public static final int MAX_CACHE_ENTRIES = 1 << 30;

    private static final DumpPolicy LISTING = DumpPolicy.retrying(5);
    private static final String GROUP = "ovs_datapath";

    private final NetlinkClient client;
    private final FeatureNegotiation negotiation;

    OvsDatapaths(NetlinkClient client) {
        this.client = client;
        this.negotiation = new FeatureNegotiation(client);
    }

    /** {@code ovs-dpctl dump-dps}: all datapaths of the namespace. */
    public List<Datapath> list() {
        return client.dump(DatapathRequests.list(), LISTING).messages().stream()
                .map(Datapath::new)
                .toList();
    }

    /**
     * The datapath of a name.
     *
     * @throws OvsException if there is none
     * @throws InvalidFieldException if no device can have the name
     */
    public Datapath get(String name) {
        return present(DatapathRequests.get(valid(name)), name);
    }

    /**
     * The datapath of an index.
     *
     * @throws OvsException if there is none
     * @throws InvalidFieldException if the index is not positive
     */
    public Datapath get(int index) {
        if (index < 1) {
            throw new InvalidFieldException("datapath index", index, "must be 1.." + Integer.MAX_VALUE);
        }
        return present(DatapathRequests.get(index), Integer.toString(index));
    }

    /**
     * The datapath of a name, or empty.
     *
     * @throws InvalidFieldException if no device can have the name
     */
    public Optional<Datapath> find(String name) {
        try {
            return Optional.of(new Datapath(client.answer(DatapathRequests.get(valid(name)))));
        } catch (NotFoundException e) {
            return Optional.empty();
        }
    }

    /**
     * {@code ovs-dpctl add-dp NAME}: makes a datapath, with the features that the kernel has: upcalls dispatched by
     * processor, or else by port.
     *
     * @return the datapath with the features that it got
     * @throws OvsException if there is one, or another device, of the name
     * @throws InvalidFieldException if the kernel would refuse the name
     */
    public Datapath create(String name) {
        String valid = LinkSettings.builder(name).build().name().value();
        try {
            return negotiation.run(DatapathFeatures.of(), valid, features -> DatapathRequests.create(valid, features));
        } catch (AlreadyExistsException e) {
            String what = find(valid).isPresent() ? "there is a datapath " : "there is another device named ";
            throw new OvsException(OvsFault.DATAPATH_EXISTS, what + valid + " already", e);
        }
    }

    /**
     * Takes over a datapath that is there: negotiates its features anew, as {@code ovs-vswitchd} does. This writes, and
     * concerns whoever else uses the datapath; {@link #get(String)} does not.
     *
     * @return the datapath with the features that it got
     * @throws OvsException if there is none
     */
    public Datapath open(String name) {
        Datapath present = get(name);
        try {
            return negotiation.run(present.features(), name, features -> DatapathRequests.setFeatures(name, features));
        } catch (NotFoundException e) {
            throw missing(name, e);
        }
    }

    /**
     * Makes a datapath, or takes over the one of the name.
     *
     * @return the datapath with the features that it got
     * @throws OvsException if another device has the name
     */
    public Datapath openOrCreate(String name) {
        return find(name).isPresent() ? open(name) : create(name);
    }

    /**
     * Sets features, instead of those that are set. The first choice that the kernel accepts counts.
     *
     * @param choice what to set
     * @param others what to set if the kernel lacks a feature of the choices before
     * @return the datapath as it is then
     * @throws OvsException if the kernel accepts no choice, or there is no such datapath
     */
    public Datapath setFeatures(Datapath datapath, DatapathFeatures choice, DatapathFeatures... others) {
        List<DatapathFeatures> choices = new ArrayList<>(List.of(choice));
        choices.addAll(List.of(others));
        try {
            return negotiation.firstAccepted(features -> DatapathRequests.set(datapath, features, a -> {}), choices);
        } catch (UnsupportedException e) {
            throw new OvsException(
                    OvsFault.FEATURE_REFUSED,
                    "the running kernel lacks a feature of " + choices + " that datapath " + datapath.name()
                            + " should have (" + e.errno() + ")",
                    e);
        } catch (NotFoundException e) {
            throw missing(datapath.name(), e);
        }
    }

    /**
     * {@code ovs-dpctl cache-set-size}: sets the size of the cache of masks. Features stay as they are.
     *
     * @param entries for each processor, rounded up to a power of two; 0 for no cache
     * @return the datapath as it is then
     * @throws io.jnetlink.client.KernelRejectedException if the kernel refuses the number
     * @throws OvsException if there is no such datapath
     * @throws InvalidFieldException if the number is negative, or above {@value #MAX_CACHE_ENTRIES}
     */
    public Datapath setMasksCacheSize(Datapath datapath, int entries) {
        if (entries < 0 || entries > MAX_CACHE_ENTRIES) {
            throw new InvalidFieldException("masks cache size", entries, "must be 0.." + MAX_CACHE_ENTRIES);
        }
        int size = entries < 2 ? entries : Integer.highestOneBit(entries - 1) << 1;
        // Features are read first: somebody may have changed them, and the kernel clears what is not repeated.
        return write(get(datapath.index()), attributes -> attributes.masksCacheSize(size));
    }

    /**
     * Sets the sockets for upcalls by processor. Features stay as they are; {@link
     * DatapathFeatures#DISPATCH_UPCALL_PER_CPU} must be among them.
     *
     * @param portIds netlink port ids, that of processor 0 first; a processor beyond their end uses one of them
     * @return the datapath as it is then
     * @throws OvsException if upcalls are not dispatched by processor, or there is no such datapath
     * @throws InvalidFieldException if there is no number
     */
    public Datapath setPerCpuPids(Datapath datapath, List<Long> portIds) {
        if (portIds.isEmpty()) {
            throw new InvalidFieldException("per-cpu pids", portIds, "must hold at least one");
        }
        long[] numbers = portIds.stream().mapToLong(Long::longValue).toArray();
        Datapath present = get(datapath.index());
        if (!present.dispatchesPerCpu()) {
            throw new OvsException(
                    OvsFault.FEATURE_REFUSED,
                    "datapath " + present.name() + " dispatches upcalls by port, not by processor: its features are "
                            + present.features());
        }
        return write(present, attributes -> attributes.perCpuPids(numbers));
    }

    /**
     * {@code ovs-dpctl del-dp NAME}: deletes a datapath with its ports and flows. Devices of tunnels that were made for ports
     * stay, as with that command; {@link OvsPorts#deleteAll} first takes them along.
     *
     * @return the datapath as it was
     * @throws OvsException if there is none
     */
    public Datapath delete(String name) {
        return delete(get(name));
    }

    /**
     * Deletes a datapath with its ports and flows.
     *
     * @return the datapath as it was
     * @throws OvsException if it is not there any more
     */
    public Datapath delete(Datapath datapath) {
        return present(DatapathRequests.delete(datapath.index()), datapath.name());
    }

    /**
     * Watches the datapaths of the namespace, on a socket of its own; close it.
     *
     * @throws io.jnetlink.sys.SyscallException if the kernel refuses the socket
     */
    public DatapathEvents events() {
        return new DatapathEvents(client.subscribe(OvsDatapathSchema.FAMILY, GROUP));
    }

    private Datapath write(Datapath present, Consumer<DatapathAttrs.Builder> what) {
        return present(DatapathRequests.set(present, present.features(), what), present.name());
    }

    private Datapath present(Request<DatapathMessage, DatapathMessageView> request, String which) {
        try {
            return new Datapath(client.answer(request));
        } catch (NotFoundException e) {
            throw missing(which, e);
        }
    }

    private static OvsException missing(String which, NotFoundException cause) {
        return new OvsException(OvsFault.DATAPATH_MISSING, "there is no datapath " + which, cause);
    }

    private static String valid(String name) {
        return LinkSettings.builder(name).build().name().value();
    }
}
