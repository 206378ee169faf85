package io.jnetlink.samples.ovs.run;

import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.ovs.Datapath;
import io.jnetlink.ovs.OpenVSwitch;
import io.jnetlink.ovs.port.OvsPort;
import io.jnetlink.ovs.text.PortNames;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.sys.Errno;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What the commands of one run share: the options, one pair of sockets, where to write.
 *
 * <p>Not thread-safe. The sockets are opened when they are first needed, since many wrong command lines need none.
 */
public final class JovsSession implements AutoCloseable {

    /** What stands in front of the name of a datapath of the kernel. */
    public static final String SYSTEM = "system@";

    private static final char TYPE_END = '@';

    private final JovsEnvironment environment;
    private final JovsOptions options;
    private @Nullable OpenVSwitch opened;

    /** Begins a run. */
    public JovsSession(JovsEnvironment environment, JovsOptions options) {
        this.environment = environment;
        this.options = options;
    }

    /** What the options say. */
    public JovsOptions options() {
        return options;
    }

    /** Where results go. */
    public PrintStream out() {
        return environment.out();
    }

    /** What a file named {@code -} stands for. */
    public InputStream in() {
        return environment.in();
    }

    /** Milliseconds of {@code CLOCK_MONOTONIC}. */
    public long monotonicMillis() {
        return environment.monotonicMillis().getAsLong();
    }

    /** The datapaths of this namespace. */
    public OpenVSwitch ovs() {
        OpenVSwitch ovs = opened;
        if (ovs == null) {
            NetlinkConfig.Builder config =
                    NetlinkConfig.builder(SocketOptions.generic()).syscalls(environment.syscalls());
            options.timeout().ifPresent(config::timeout);
            if (options.verbose()) {
                config.observer(new MessageTrace(environment.err()));
            }
            ovs = OpenVSwitch.open(config.build());
            opened = ovs;
        }
        return ovs;
    }

    /**
     * The datapath that a word names.
     *
     * @param word {@code dp0} or {@code system@dp0}
     * @throws JovsException if there is none
     */
    public Datapath datapath(String word) {
        return datapath(word, "opening datapath");
    }

    /**
     * The datapath that a word names.
     *
     * @param complaint what to say if there is none
     * @throws JovsException if there is none
     */
    public Datapath datapath(String word, String complaint) {
        String name = plainName(word, complaint);
        try {
            return ovs().datapaths().get(name);
        } catch (RuntimeException e) {
            throw JovsException.of(complaint, e);
        }
    }

    /**
     * The name without its type.
     *
     * @throws JovsException if it is of a type that is not in the kernel
     */
    public static String plainName(String word, String complaint) {
        int end = word.indexOf(TYPE_END);
        if (end >= 0 && !word.startsWith(SYSTEM)) {
            throw JovsException.of(complaint, Errno.EAFNOSUPPORT, "only datapaths of type system are in the kernel");
        }
        return word.substring(end + 1);
    }

    /**
     * The datapath, where only one is there.
     *
     * @throws JovsException if there is none, or more
     */
    public Datapath onlyDatapath() {
        List<Datapath> all = ovs().datapaths().list();
        if (all.isEmpty()) {
            throw JovsException.of("no datapaths exist");
        }
        if (all.size() > 1) {
            throw JovsException.of("multiple datapaths, specify one");
        }
        return all.get(0);
    }

    /** All datapaths, by name. */
    public List<Datapath> datapaths() {
        return ovs().datapaths().list().stream()
                .sorted(Comparator.comparing(Datapath::name))
                .toList();
    }

    /** The ports of a datapath by number. */
    public List<OvsPort> ports(Datapath datapath) {
        return ovs().ports().list(datapath).stream()
                .sorted(Comparator.comparingInt(OvsPort::number))
                .toList();
    }

    /** The names of the ports of a datapath. */
    public PortNames portNames(Datapath datapath) {
        return PortNames.of(ovs().ports().list(datapath).stream()
                .collect(Collectors.toMap(port -> (long) port.number(), OvsPort::name)));
    }

    /** Prints a value as JSON, on a line. */
    public void printJson(Object value) {
        out().println(JsonText.of(value));
    }

    /** Complains without ending the command. */
    public void complain(JovsException complaint) {
        environment.out().flush();
        environment.err().println("jovs: " + complaint.text());
        complaint.detail().ifPresent(reason -> environment.err().println("    " + reason.replace("\n", "\n    ")));
    }

    /** Says something that is worth to know, on standard error. */
    public void warn(String text) {
        environment.out().flush();
        environment.err().println("jovs: warning: " + text);
    }

    /** Closes the sockets. */
    @Override
    public void close() {
        if (opened != null) {
            opened.close();
        }
    }
}
