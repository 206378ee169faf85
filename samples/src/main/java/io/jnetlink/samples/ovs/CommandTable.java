package io.jnetlink.samples.ovs;

import io.jnetlink.samples.ovs.datapath.AddDatapath;
import io.jnetlink.samples.ovs.datapath.CacheSize;
import io.jnetlink.samples.ovs.datapath.DeleteDatapath;
import io.jnetlink.samples.ovs.datapath.DumpDatapaths;
import io.jnetlink.samples.ovs.datapath.MonitorPorts;
import io.jnetlink.samples.ovs.datapath.ShowDatapaths;
import io.jnetlink.samples.ovs.flow.DeleteFlow;
import io.jnetlink.samples.ovs.flow.DeleteFlows;
import io.jnetlink.samples.ovs.flow.DumpFlows;
import io.jnetlink.samples.ovs.flow.FlowFile;
import io.jnetlink.samples.ovs.flow.GetFlow;
import io.jnetlink.samples.ovs.flow.PutFlow;
import io.jnetlink.samples.ovs.limit.ConnectionLimits;
import io.jnetlink.samples.ovs.limit.Meters;
import io.jnetlink.samples.ovs.limit.UserSpaceOnly;
import io.jnetlink.samples.ovs.port.AddPorts;
import io.jnetlink.samples.ovs.port.DeletePorts;
import io.jnetlink.samples.ovs.port.SetPorts;
import io.jnetlink.samples.ovs.run.JovsCommand;
import io.jnetlink.samples.ovs.run.JovsException;
import io.jnetlink.samples.ovs.run.JovsOptions;
import io.jnetlink.samples.ovs.run.JovsSession;
import java.io.PrintStream;
import java.util.List;

/** Which commands there are, and how many words each takes. Stateless. */
final class CommandTable {

    private static final int ANY = Integer.MAX_VALUE;

    /** A command by its name. */
    private record Entry(String name, String usage, int least, int most, boolean writes, JovsCommand command) {}

    private static final List<Entry> COMMANDS = List.of(
            writer("add-dp", "dp [iface...]", 1, ANY, new AddDatapath()),
            writer("del-dp", "dp", 1, 1, new DeleteDatapath()),
            writer("add-if", "dp iface...", 2, ANY, new AddPorts()),
            writer("del-if", "dp iface...", 2, ANY, new DeletePorts()),
            writer("set-if", "dp iface...", 2, ANY, new SetPorts()),
            reader("dump-dps", "", 0, 0, new DumpDatapaths()),
            reader("show", "[-s] [dp...]", 0, ANY, new ShowDatapaths()),
            reader("monitor", "[-t secs] [dp]", 0, 1, new MonitorPorts()),
            reader("dump-flows", "[-m] [--names] [dp] [filter=..] [type=..] [pmd=..]", 0, 6, new DumpFlows()),
            writer("add-flow", "[dp] flow actions", 2, 3, PutFlow.adding()),
            writer("mod-flow", "[dp] flow actions", 2, 3, PutFlow.modifying()),
            reader("get-flow", "[dp] ufid", 1, 2, new GetFlow()),
            writer("del-flow", "[dp] flow", 1, 2, new DeleteFlow()),
            writer("add-flows", "[dp] file", 1, 2, FlowFile.adding()),
            writer("mod-flows", "[dp] file", 1, 2, FlowFile.modifying()),
            writer("del-flows", "[dp] [file]", 0, 2, new DeleteFlows()),
            reader("cache-get-size", "[dp]", 0, 1, CacheSize::get),
            writer("cache-set-size", "dp cache <size>", 3, 3, CacheSize::set),
            writer("add-meter", "[dp] meter", 1, 2, Meters::add),
            writer("mod-meter", "[dp] meter", 1, 2, Meters::modify),
            writer("del-meter", "[dp] meter", 1, 2, Meters::delete),
            reader("get-meter", "[dp] meter", 1, 2, Meters::get),
            reader("dump-meters", "[dp]", 0, 1, Meters::dump),
            reader("meter-features", "[dp]", 0, 1, Meters::features),
            writer("ct-set-limits", "[dp] [default=L] [zone=N,limit=L]...", 1, ANY, ConnectionLimits::set),
            writer("ct-del-limits", "[dp] zone=N1[,N2]...", 1, 2, ConnectionLimits::delete),
            reader("ct-get-limits", "[dp] [zone=N1[,N2]...]", 0, 2, ConnectionLimits::get),
            writer("ct-set-maxconns", "[dp] maxconns", 1, 2, new UserSpaceOnly("ct set maxconns failed")),
            reader("ct-get-maxconns", "[dp]", 0, 1, new UserSpaceOnly("maxconns could not be retrieved")),
            reader("ct-get-nconns", "[dp]", 0, 1, new UserSpaceOnly("nconns could not be retrieved")),
            writer("ct-enable-tcp-seq-chk", "[dp]", 0, 1, new UserSpaceOnly("enabling TCP sequence checking failed")),
            writer("ct-disable-tcp-seq-chk", "[dp]", 0, 1, new UserSpaceOnly("disabling TCP sequence checking failed")),
            reader("ct-get-tcp-seq-chk", "[dp]", 0, 1, new UserSpaceOnly("TCP sequence checking query failed")),
            writer(
                    "ipf-set-enabled",
                    "[dp] v4|v6",
                    1,
                    2,
                    new UserSpaceOnly("enabling fragmentation reassembly failed")),
            writer(
                    "ipf-set-disabled",
                    "[dp] v4|v6",
                    1,
                    2,
                    new UserSpaceOnly("disabling fragmentation reassembly failed")),
            writer(
                    "ipf-set-min-frag",
                    "[dp] v4|v6 minfragment",
                    2,
                    3,
                    new UserSpaceOnly("setting minimum fragment size failed")),
            writer("ipf-set-max-nfrags", "[dp] maxfrags", 1, 2, new UserSpaceOnly("setting maximum fragments failed")),
            reader("ipf-get-status", "[dp]", 0, 1, new UserSpaceOnly("ipf status could not be retrieved")));

    private CommandTable() {}

    /**
     * Runs the command that the first word names.
     *
     * @return the exit status
     * @throws JovsException if there is none, or it does not take the words, or it failed
     */
    static int run(JovsSession session, List<String> words) {
        String name = words.get(0);
        List<String> arguments = words.subList(1, words.size());
        if (name.equals("list-commands")) {
            list(session.out());
            return JovsCommand.DONE;
        }
        Entry entry = COMMANDS.stream()
                .filter(command -> command.name().equals(name))
                .findFirst()
                .orElseThrow(() -> JovsException.of("unknown command '" + name + "'; use --help for help"));
        if (arguments.size() < entry.least()) {
            throw JovsException.of("'" + name + "' command requires at least " + entry.least() + " arguments");
        }
        if (arguments.size() > entry.most()) {
            throw JovsException.of("'" + name + "' command takes at most " + entry.most() + " arguments");
        }
        JovsOptions options = session.options();
        if (entry.writes() && options.readOnly()) {
            throw JovsException.of("'" + name + "' command does not work in read only mode");
        }
        return entry.command().run(session, arguments);
    }

    /** Lists the commands with their words. */
    static void list(PrintStream out) {
        out.println("The available commands are:");
        for (Entry entry : COMMANDS) {
            out.printf("  %-23s %s%n", entry.name(), entry.usage());
        }
    }

    private static Entry reader(String name, String usage, int least, int most, JovsCommand command) {
        return new Entry(name, usage, least, most, false, command);
    }

    private static Entry writer(String name, String usage, int least, int most, JovsCommand command) {
        return new Entry(name, usage, least, most, true, command);
    }
}
