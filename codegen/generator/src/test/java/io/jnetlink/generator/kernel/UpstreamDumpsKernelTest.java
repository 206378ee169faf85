package io.jnetlink.generator.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jnetlink.client.KernelRejectedException;
import io.jnetlink.generator.testing.Dynamic;
import io.jnetlink.generator.testing.GeneratedFamily;
import io.jnetlink.generator.testing.UpstreamSpec;
import io.jnetlink.message.MessageBody;
import io.jnetlink.spec.ir.Operation;
import io.jnetlink.testkit.InNetworkNamespace;
import io.jnetlink.testkit.NamespaceShell;
import io.jnetlink.wire.MessageWriter;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import org.assertj.core.api.SoftAssertions;
import org.junit.jupiter.api.Test;

/**
 * Every harmless dump of every upstream spec whose family this kernel has: what it lists is decoded without a remainder
 * and encodes to the bytes that came.
 */
class UpstreamDumpsKernelTest {

    private final SoftAssertions findings = new SoftAssertions();
    private int messages;

    @Test
    @InNetworkNamespace(limitSeconds = 300)
    void everyDumpIsUnderstood(NamespaceShell shell) throws Exception {
        assumeTrue(Files.isDirectory(UpstreamSpec.FOLDER), "the kernel's specs are not at hand");
        shell.run("sh", "-c", GeneratedFamily.resource("/kernel/things-to-list.sh"));
        NetworkInterface filtered = NetworkInterface.getByName("v0");
        assumeTrue(filtered != null, "ip could not make a veth pair");
        talkOverTcp();
        DumpRequests requests = new DumpRequests(filtered.getIndex());

        System.out.printf("%-32s %8s %8s  %s%n", "dump", "messages", "getters", "attributes that the spec has not");
        for (Path file : UpstreamSpec.files()) {
            listAll(UpstreamSpec.of(file), requests);
        }

        findings.assertAll();
        assertThat(messages).as("messages listed").isGreaterThan(50);
    }

    /** So that there are metrics of a peer, where the kernel keeps them. */
    private static void talkOverTcp() throws Exception {
        InetAddress self = InetAddress.getByName("10.1.0.1");
        try (ServerSocket server = new ServerSocket(0, 1, self);
                Socket client = new Socket(self, server.getLocalPort());
                Socket accepted = server.accept()) {
            client.getOutputStream().write(1);
            assertThat(accepted.getInputStream().read()).isEqualTo(1);
        }
    }

    private void listAll(UpstreamSpec spec, DumpRequests requests) throws Exception {
        String name = spec.family().name();
        List<Operation> dumps = spec.family().operations().stream()
                .filter(o -> o.dumpExchange().isPresent())
                .toList();
        Optional<KernelFamily> family = dumps.isEmpty() ? Optional.empty() : KernelFamily.open(spec);
        if (family.isEmpty()) {
            return;
        }
        try (KernelFamily open = family.get()) {
            for (Operation dump : dumps) {
                String key = name + "/" + dump.name();
                Optional<String> reason = requests.leftOut(key);
                if (reason.isPresent()) {
                    row(key, 0, 0, "left out: " + reason.get());
                    continue;
                }
                for (Consumer<Dynamic> request : requests.of(key)) {
                    list(open, key, dump.name(), request);
                }
            }
        }
    }

    private void list(KernelFamily family, String dump, String operation, Consumer<Dynamic> request) throws Exception {
        KernelFamily.Listing listing;
        try {
            checkBytes(dump, family.visit(operation, request));
            listing = family.list(operation, request);
        } catch (KernelRejectedException e) {
            Optional<String> reason = KnownDeviations.refusal(dump, e.errno().name());
            row(dump, 0, 0, e.errno().name() + ": " + reason.orElse("a mistake"));
            reason.ifPresentOrElse(r -> {}, () -> findings.fail(dump, e));
            return;
        }
        checkBytes(dump, listing);
        ReplyInspection inspection = new ReplyInspection();
        for (MessageBody value : listing.values()) {
            inspection.inspect(value);
        }
        messages += listing.values().size();
        row(dump, listing.values().size(), inspection.getters(), inspection.unknown() + judge(dump, inspection));
    }

    private void checkBytes(String dump, KernelFamily.Listing listing) {
        findings.assertThat(listing.values().stream()
                        .map(UpstreamDumpsKernelTest::encoded)
                        .toList())
                .as(dump)
                .usingElementComparator(Arrays::compare)
                .isEqualTo(listing.received());
    }

    private static byte[] encoded(MessageBody value) {
        MessageWriter out = MessageWriter.onHeap();
        value.writeTo(out);
        return out.toByteArray();
    }

    /** Fails for what is not known; returns the reasons for the rest. */
    private String judge(String dump, ReplyInspection inspection) {
        if (!KnownDeviations.kernelIsNewer()) {
            inspection.unknown().forEach(u -> findings.fail(dump + ": the spec has no " + u));
        }
        Set<String> reasons = new TreeSet<>();
        for (String odd : inspection.odd()) {
            KnownDeviations.inReplies(dump + ": " + odd)
                    .ifPresentOrElse(reasons::add, () -> findings.fail(dump + ": " + odd));
        }
        return reasons.isEmpty() ? "" : " known: " + String.join("; ", reasons);
    }

    private static void row(String dump, int messages, int getters, String remark) {
        System.out.printf("%-32s %8d %8d  %s%n", dump, messages, getters, remark);
    }
}
