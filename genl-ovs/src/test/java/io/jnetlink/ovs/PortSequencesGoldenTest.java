package io.jnetlink.ovs;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jnetlink.NetlinkException;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.ovs.golden.GoldenRequest;
import io.jnetlink.ovs.golden.GoldenStep;
import io.jnetlink.ovs.golden.GoldenSteps;
import io.jnetlink.ovs.golden.ReplayedKernel;
import io.jnetlink.ovs.golden.Tally;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The same commands make the same requests in the same order: a kernel in memory answers as the real one did, and what is
 * sent is compared with what real Open vSwitch sent.
 */
class PortSequencesGoldenTest {

    private static final SocketOptions SMALL = SocketOptions.generic().toBuilder()
            .datagramCapacity(SocketOptions.MIN_DATAGRAM_CAPACITY)
            .build();
    private static final String LISTINGS = "listings and look-ups around the command, which a library need not make";
    private static final String PENDING = "a port that waited for another one to go";
    private static final String TRIAL =
            "a device made on trial, to see if tunnels are those of a module outside the kernel";
    private static final String LEGACY = "the way of old, tried unasked after a failure, and what goes before it";

    @ParameterizedTest
    @ValueSource(strings = {"qemu-ports", "uml-ports", "uml-stale", "qemu-vsctl", "uml-vsctl"})
    void commandsMakeTheSameRequests(String capture) {
        assumeTrue(GoldenSteps.has(capture), "no record " + capture);
        Tally tally = new Tally();
        for (GoldenStep step : GoldenSteps.of(capture)) {
            replay(tally, step);
        }
        tally.report(capture + ", requests of whole commands", 60);
    }

    private static void replay(Tally tally, GoldenStep step) {
        ReplayedKernel replayed = new ReplayedKernel(step);
        NetlinkConfig config =
                NetlinkConfig.builder(SMALL).syscalls(replayed.kernel()).build();
        boolean failed = false;
        try (OpenVSwitch ovs = OpenVSwitch.open(config)) {
            if (!new PortSteps(ovs).run(step)) {
                return;
            }
        } catch (NetlinkException e) {
            failed = true;
        } catch (IllegalArgumentException | UnsupportedOperationException e) {
            // Refused before anything is sent, or a type of port that no kernel has.
            return;
        }
        count(tally, step, replayed, failed);
        for (String extra : replayed.extra()) {
            Optional<String> reason = whyExtra(extra, failed);
            if (reason.isPresent()) {
                tally.differ(step.area(), reason.get());
            } else {
                tally.fail(step.area(), step.id() + " sends besides: " + extra);
            }
        }
    }

    private static void count(Tally tally, GoldenStep step, ReplayedKernel replayed, boolean failed) {
        for (int i = 0; i < step.requests().size(); i++) {
            GoldenRequest request = step.requests().get(i);
            if (replayed.matched().contains(i)) {
                tally.match(step.area());
            } else if (request.isGeneric() ? isPort(request) : request.command().endsWith("LINK")) {
                countMissing(tally, step, request, failed);
            }
        }
    }

    private static void countMissing(Tally tally, GoldenStep step, GoldenRequest request, boolean failed) {
        Optional<String> purpose = otherPurpose(step, request);
        Optional<String> reason = whyMissing(step, request, failed);
        if (purpose.isPresent()) {
            tally.leaveOut(purpose.get());
        } else if (reason.isPresent()) {
            tally.differ(step.area(), reason.get());
        } else {
            tally.fail(
                    step.area(),
                    step.id() + " lacks " + request.command() + " "
                            + HexFormat.of().formatHex(request.bytes()));
        }
    }

    private static boolean isPort(GoldenRequest request) {
        return request.family().equals("ovs_vport") || request.family().equals("ovs_datapath");
    }

    /** What a request is for, if it is not for the command itself. */
    private static Optional<String> otherPurpose(GoldenStep step, GoldenRequest request) {
        boolean daemon = step.area().startsWith("vsctl") || step.area().endsWith("vsctl");
        if (request.command().endsWith("_GET")
                || request.is("RTM_GETLINK")
                        && (isLookUp(request) || daemon || step.id().contains(".add"))) {
            return Optional.of(LISTINGS);
        }
        if (request.command().startsWith("RTM_") && isTrial(request)) {
            return Optional.of(TRIAL);
        }
        return step.id().contains(".share.") ? Optional.of(PENDING) : Optional.empty();
    }

    private static Optional<String> whyMissing(GoldenStep step, GoldenRequest request, boolean failed) {
        if (failed && (request.is("OVS_VPORT_CMD_NEW") || request.is("RTM_DELLINK"))) {
            return Optional.of(LEGACY);
        }
        return failed && step.area().startsWith("vsctl") && request.is("RTM_NEWLINK")
                ? Optional.of("the daemon tries again and again")
                : Optional.empty();
    }

    private static boolean isLookUp(GoldenRequest request) {
        return link(request.body()).attributes().hasExtMask();
    }

    private static boolean isTrial(GoldenRequest request) {
        return link(request.body()).attributes().ifname().equals("genev_sys_6081")
                && (request.flags() & MessageFlags.EXCL) == 0;
    }

    private static Optional<String> whyExtra(String extra, boolean failed) {
        if (failed) {
            return Optional.of("questions after a failure, to tell its cause");
        }
        byte[] bytes = HexFormat.of().parseHex(extra.substring(extra.indexOf(' ') + 1));
        boolean raises = extra.startsWith("route ")
                && bytes[4] == 19
                && !link(Arrays.copyOfRange(bytes, 16, bytes.length))
                        .attributes()
                        .hasMtu();
        return raises || bytes[4] == 18
                ? Optional.of("a device that is used as it is was down: it is raised, and read again")
                : Optional.empty();
    }

    private static LinkMessage link(byte[] body) {
        return LinkMessage.decode(NetlinkBuffer.wrap(body), 0, body.length);
    }
}
