package io.jnetlink.samples.ip;

import io.jnetlink.client.MessageObserver;
import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.samples.ip.grammar.CommandException;
import io.jnetlink.samples.ip.grammar.NameTable;
import io.jnetlink.samples.ip.link.LinkNames;
import io.jnetlink.samples.ip.print.JsonReport;
import io.jnetlink.samples.ip.print.Report;
import io.jnetlink.samples.ip.print.TextReport;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.sys.SyscallException;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What the commands of one run of {@code jip} share: the options, one client, the names of interfaces seen so far.
 *
 * <p>Not thread-safe. The client is opened when it is first needed, since many wrong command lines need none.
 */
public final class JipSession implements AutoCloseable {

    private final JipEnvironment environment;
    private final JipOptions options;
    private final List<NetworkNamespace> namespaces = new ArrayList<>();
    private @Nullable NetlinkClient client;
    private @Nullable LinkNames names;

    /** Begins a run. */
    public JipSession(JipEnvironment environment, JipOptions options) {
        this.environment = environment;
        this.options = options;
    }

    /** What the options in front of the object say. */
    public JipOptions options() {
        return options;
    }

    /** Whose words and texts to use. */
    public IprouteDialect dialect() {
        return options.dialect();
    }

    /** Where results go that are neither text nor JSON of a report. */
    public PrintStream out() {
        return environment.out();
    }

    /** Where complaints and warnings go. */
    public PrintStream err() {
        return environment.err();
    }

    /** The client, in the namespace that {@code -netns} names. */
    public NetlinkClient client() {
        NetlinkClient opened = client;
        if (opened == null) {
            opened = NetlinkClient.open(config());
            client = opened;
        }
        return opened;
    }

    private NetlinkConfig config() {
        MessageObserver observer =
                options.explain() ? new MessageExplainer(environment.err()) : new KernelWarnings(environment.err());
        NetlinkConfig.Builder config = NetlinkConfig.builder(SocketOptions.route())
                .syscalls(environment.syscalls())
                .observer(observer);
        options.namespace().ifPresent(name -> config.namespace(required(name)));
        return config.build();
    }

    private NetworkNamespace required(String name) {
        try {
            return openNamespace(name);
        } catch (SyscallException e) {
            throw CommandException.rejected("Cannot open network namespace \"" + name + "\": "
                    + e.errno().text());
        }
    }

    /**
     * Opens a network namespace, and keeps it open until the run ends.
     *
     * @param name a name of {@code ip netns}, or a path
     * @throws SyscallException if there is none
     */
    public NetworkNamespace openNamespace(String name) {
        NetworkNamespace namespace = environment.namespaces().open(name);
        namespaces.add(namespace);
        return namespace;
    }

    /** Names and indices of interfaces. */
    public LinkNames names() {
        LinkNames known = names;
        if (known == null) {
            known = new LinkNames(client());
            names = known;
        }
        return known;
    }

    /** Names of device groups. */
    public NameTable groups() {
        return table("group", "default");
    }

    /** Names of types of service. */
    public NameTable typesOfService() {
        return table("rt_dsfield", "0");
    }

    /** Names of the reasons why a device is held down. */
    public NameTable downReasons() {
        return table("protodown_reasons.d/reasons.conf", "0");
    }

    private NameTable table(String file, String zero) {
        return NameTable.read(environment.configuration().resolve(file), zero);
    }

    /** Starts a report in the form that the options ask for; close it. */
    public Report report() {
        return options.json()
                ? new JsonReport(environment.out(), options.pretty())
                : new TextReport(environment.out(), options.oneLine());
    }

    /** Closes the client and every namespace. */
    @Override
    public void close() {
        if (client != null) {
            client.close();
        }
        namespaces.forEach(NetworkNamespace::close);
    }
}
