package io.jnetlink.samples.ovs.golden;

import static io.jnetlink.samples.ovs.golden.Difference.Aspect.COMPLAINTS;
import static io.jnetlink.samples.ovs.golden.Difference.Aspect.EXIT;
import static io.jnetlink.samples.ovs.golden.Difference.Aspect.OUTPUT;
import static io.jnetlink.samples.ovs.golden.Difference.Aspect.REQUESTS;

import io.jnetlink.samples.ovs.golden.KnownDifferences.Entry;
import java.util.List;
import java.util.stream.Stream;

/** The records from which {@code jovs} differs on purpose. Stateless. */
final class DpctlDifferences {

    private static final String LOOKS_LATER =
            "the kernel is asked to add a device, where ovs-dpctl looks for it before";
    private static final String SAYS_IT = "ovs-dpctl only logs why options of a tunnel are wrong; said here";
    private static final String NO_LEGACY = "ovs-dpctl tries the way of old behind the refusal, which fails too";
    private static final String LOCAL = "the local port is refused without asking the kernel";
    private static final String RAISED =
            "a tunnel device that is used again is raised if it is down, to which the recorded kernel has no answer";
    private static final String NAME_LENGTH = "a name that is too long is refused without asking the kernel";
    private static final String SECOND_TUNNEL =
            "ovs-dpctl deletes the device of the port that is there, and lets the kernel make another; refused here";
    private static final String FILTER = "ovs-dpctl overlooks a filter in front of the datapath; it counts here";
    private static final String READS_MORE = "read here, and not by ovs-dpctl 3.1, which prints it";
    private static final String DROP = "ovs-dpctl 3.1 sends drop as an attribute of its own; it is the empty list here";
    private static final String BALANCER =
            "ovs-dpctl sends an attribute that only datapaths in user space know; refused here";
    private static final String ADDRESS = "ovs-dpctl takes 1.2.3.999 for 1.2.3.231; refused here";
    private static final String PLACE = "a syntax error names the very place";
    private static final String MOVED =
            "counters moved, and the record leaves out the look-ups of devices that told so";

    private DpctlDifferences() {}

    /** All, of all captures. */
    static List<Entry> all() {
        return Stream.of(ports("uml-ports"), ports("qemu-ports"), keys(), actions(), options(), stale(), traffic())
                .flatMap(List::stream)
                .toList();
    }

    private static List<Entry> ports(String capture) {
        return List.of(
                Entry.of(capture + "/dp.add.longname", NAME_LENGTH, REQUESTS),
                Entry.of(capture + "/dp.if006.add", LOOKS_LATER, REQUESTS),
                Entry.of(capture + "/dp.if008.add", SAYS_IT, COMPLAINTS),
                Entry.of(capture + "/dp.if018.add", SAYS_IT, COMPLAINTS),
                Entry.of(capture + "/dp.if026.add", NO_LEGACY, REQUESTS),
                Entry.of(capture + "/dp.if027.add", NO_LEGACY, COMPLAINTS, REQUESTS),
                Entry.of(capture + "/dp.if028.add", NO_LEGACY, COMPLAINTS, REQUESTS),
                Entry.of(capture + "/dp.if032.add", SECOND_TUNNEL, EXIT, COMPLAINTS, REQUESTS),
                Entry.of(capture + "/dp.delif.local", LOCAL, REQUESTS));
    }

    private static List<Entry> keys() {
        return List.of(
                Entry.of("uml-flows/flow.k-ip4-fragmask.add", PLACE, COMPLAINTS),
                Entry.of("uml-flows/flow.k-mpls2-lse.add", PLACE, COMPLAINTS),
                Entry.of("uml-flows/flow.k-tun-gpe.add", PLACE, COMPLAINTS),
                readsMore("uml-flows/flow.k-nsh-md1.add"),
                readsMore("uml-flows/flow.k-nsh-mask.add"),
                Entry.of("uml-flows/flow.k-x-badip.add", ADDRESS, EXIT, COMPLAINTS, REQUESTS),
                Entry.of("uml-flows/flow.k-x-badip.uadd", ADDRESS, EXIT, COMPLAINTS, REQUESTS),
                Entry.of("uml-flows/flow.k-x-badip.mod", ADDRESS, COMPLAINTS, REQUESTS));
    }

    private static List<Entry> actions() {
        return List.of(
                readsMore("uml-flows/flow.a-set-nsh.add"),
                readsMore("uml-flows/flow.a-pushmpls.add"),
                readsMore("uml-flows/flow.a-popmpls.add"),
                readsMore("uml-flows/flow.a-pusheth.add"),
                readsMore("uml-flows/flow.a-popeth.add"),
                readsMore("uml-flows/flow.a-pushnsh.add"),
                readsMore("uml-flows/flow.a-pushnsh2.add"),
                readsMore("uml-flows/flow.a-popnsh.add"),
                readsMore("uml-flows/flow.a-hash.add"),
                readsMore("uml-flows/flow.a-decttl.add"),
                readsMore("qemu-flows/flow.a-decttl.add"),
                Entry.of("uml-flows/flow.a-drop.add", DROP, REQUESTS),
                Entry.of("uml-flows/flow.a-x-lb.add", BALANCER, COMPLAINTS, REQUESTS));
    }

    private static Entry readsMore(String id) {
        return Entry.of(id, READS_MORE, COMPLAINTS, REQUESTS);
    }

    private static List<Entry> options() {
        return List.of(
                Entry.of("uml-flows/flopt.ufid.stats", DROP, REQUESTS),
                Entry.of("uml-flows/flopt.dump.filter", FILTER, OUTPUT),
                Entry.of("qemu-flows/flopt.ufid.stats", DROP, REQUESTS),
                Entry.of("qemu-flows/flopt.dump.filter", FILTER, OUTPUT));
    }

    private static List<Entry> stale() {
        return List.of(
                Entry.of("uml-stale/sl.01.dp", RAISED, EXIT, COMPLAINTS, REQUESTS),
                Entry.of("uml-stale/sl.07.dp", RAISED, EXIT, COMPLAINTS, REQUESTS),
                Entry.of("uml-stale/sl.14.dp", RAISED, EXIT, COMPLAINTS, REQUESTS),
                Entry.of("uml-stale/sl.port.dp", NO_LEGACY, REQUESTS),
                Entry.of("uml-stale/sl.portdown.dp", NO_LEGACY, REQUESTS),
                Entry.of("uml-stale/sl.socket.dp", NO_LEGACY, REQUESTS));
    }

    private static List<Entry> traffic() {
        return List.of(Entry.of("uml-traffic/tr.mods.show", MOVED, OUTPUT));
    }
}
