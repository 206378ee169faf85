package io.jnetlink.ovs;

import io.jnetlink.client.DumpPolicy;
import io.jnetlink.client.DumpVisitor;
import io.jnetlink.client.PipelineOptions;
import io.jnetlink.client.PipelineSummary;
import io.jnetlink.ovs.flow.FlowMessageView;
import io.jnetlink.ovs.rule.Actions;
import io.jnetlink.ovs.rule.FlowSpec;
import io.jnetlink.ovs.rule.Match;
import io.jnetlink.ovs.rule.PutMode;
import io.jnetlink.wire.HardwareAddress;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;

/**
 * Puts and lists many flows, here and by {@code ovs-dpctl}, and prints how long that takes. Run by {@code
 * genl-ovs/bin/flow-load}, in the kernel lab.
 */
public final class FlowLoad {

    private static final String NAME = "load0";
    private static final Path LIST = Path.of("/tmp/flow-load.txt");
    private static final File NOWHERE = new File("/dev/null");

    private final OpenVSwitch ovs;
    private final Datapath datapath;
    private final int count;

    private FlowLoad(OpenVSwitch ovs, Datapath datapath, int count) {
        this.ovs = ovs;
        this.datapath = datapath;
        this.count = count;
    }

    /** Takes the number of flows, 20,000 unless said. */
    public static void main(String... args) throws Exception {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 20_000;
        try (OpenVSwitch ovs = OpenVSwitch.open()) {
            Datapath datapath = ovs.datapaths().create(NAME);
            new FlowLoad(ovs, datapath, count).run();
            ovs.datapaths().delete(datapath);
        }
    }

    private void run() throws Exception {
        List<FlowSpec> specs = new ArrayList<>();
        List<String> texts = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            HardwareAddress to = HardwareAddress.of(new byte[] {2, 0, 0, (byte) (i >> 16), (byte) (i >> 8), (byte) i});
            specs.add(FlowSpec.of(Match.inPort(1).ethDst(to).ethertype(0x88b5), Actions.toPort(2)));
            texts.add("add in_port(1),eth(dst=" + to + "),eth_type(0x88b5) 2");
        }
        Files.write(LIST, texts);
        for (int round = 1; round <= 3; round++) {
            measure("put, round " + round, () -> put(specs, PipelineOptions.defaults()));
            measure("list, round " + round, () -> ovs.flows().list(datapath).size());
            measure("dump by views, round " + round, this::dump);
            measure("flush, round " + round, this::flush);
            measure(
                    "put, last acknowledged, round " + round,
                    () -> put(specs, PipelineOptions.defaults().acknowledgingLastOnly()));
            flush();
        }
        measure("ovs-dpctl add-flows", () -> tool(count, "add-flows", NAME, LIST.toString()));
        measure("ovs-dpctl dump-flows", () -> tool(count, "dump-flows", NAME));
        measure("ovs-dpctl del-flows", () -> tool(0, "del-flows", NAME));
        Files.delete(LIST);
    }

    private long put(List<FlowSpec> specs, PipelineOptions options) {
        PipelineSummary summary = ovs.flows().putAll(datapath, PutMode.CREATE, specs, options);
        if (!summary.failures().isEmpty()) {
            throw summary.failures().get(0).refusal().orElseThrow();
        }
        return summary.succeeded();
    }

    private long dump() {
        long[] seen = new long[1];
        ovs.flows().dump(datapath, DumpPolicy.retrying(3), new DumpVisitor<FlowMessageView>() {
            @Override
            public void begin() {
                seen[0] = 0;
            }

            @Override
            public boolean visit(FlowMessageView view) {
                seen[0] += view.attributes().key().inPort();
                return true;
            }
        });
        return seen[0];
    }

    private long flush() {
        ovs.flows().flush(datapath);
        return ovs.datapaths().get(NAME).stats().nFlows();
    }

    /** Runs the tool, which ends with status 0 also when it could not read a line: so the flows that it left are counted. */
    private long tool(long wanted, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of("ovs-dpctl"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command)
                .redirectOutput(NOWHERE)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        if (process.waitFor() != 0) {
            throw new IllegalStateException(command + " failed");
        }
        long left = ovs.datapaths().get(NAME).stats().nFlows();
        if (left != wanted) {
            throw new IllegalStateException(command + " left " + left + " flows, not " + wanted);
        }
        return left;
    }

    private static void measure(String what, Callable<Number> work) throws Exception {
        long start = System.nanoTime();
        Number flows = work.call();
        double milliseconds = (System.nanoTime() - start) / 1e6;
        System.out.printf(Locale.ROOT, "%-36s %8.1f ms, %s flows%n", what, milliseconds, flows);
    }
}
