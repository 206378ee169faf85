package io.jnetlink.samples.ip;

import io.jnetlink.NetlinkException;
import io.jnetlink.client.KernelRejectedException;
import io.jnetlink.samples.ip.grammar.Arguments;
import io.jnetlink.samples.ip.grammar.CommandException;
import io.jnetlink.samples.ip.grammar.KeywordTable;
import io.jnetlink.samples.ip.link.LinkObject;
import java.util.List;

/** {@code jip}: the grammar and the output of iproute2's {@code ip}, over jnetlink. Stateless. */
public final class Jip {

    private static final int FAILED = 1;
    private static final int KERNEL_REFUSED = 2;
    private static final int USAGE = 255;
    private static final String VERSION = "0.1.0";

    private static final KeywordTable<JipObject> OBJECTS = KeywordTable.<JipObject>builder()
            .add("link", new LinkObject())
            .add("help", (session, words) -> {
                JipCommandLine.printUsage(session.err());
                return USAGE;
            })
            .build();

    private Jip() {}

    /** Runs one command and ends the process with its exit status. */
    public static void main(String[] argv) {
        int status = run(JipEnvironment.system(), argv);
        System.exit(status);
    }

    /**
     * Runs one command.
     *
     * @param environment what it reads, writes and talks to
     * @param argv the words behind {@code jip}
     * @return the exit status as {@code ip} has it: 0, 1 or 255 for bad usage, 2 for a refusal by the kernel
     */
    public static int run(JipEnvironment environment, String... argv) {
        try {
            return run(environment, JipCommandLine.parse(List.of(argv)));
        } catch (CommandException e) {
            return fail(environment, e);
        } catch (NetlinkException e) {
            environment.err().println(e.getMessage());
            return FAILED;
        } finally {
            environment.out().flush();
            environment.err().flush();
        }
    }

    private static int run(JipEnvironment environment, JipCommandLine line) {
        if (line.isHelpAsked()) {
            JipCommandLine.printUsage(environment.err());
            return USAGE;
        }
        JipOptions options = line.options(environment.dialect());
        if (line.isVersionAsked()) {
            environment.out().println("jip utility, jnetlink-" + VERSION + ", speaks iproute2-" + options.dialect());
            return 0;
        }
        try (JipSession session = new JipSession(environment, options)) {
            if (options.namespace().isPresent()) {
                session.client();
            }
            if (options.batch().isPresent()) {
                return new JipBatch(environment, session).run(options.batch().get());
            }
            if (line.words().isEmpty()) {
                JipCommandLine.printUsage(environment.err());
                return USAGE;
            }
            return command(environment, session, line.words());
        }
    }

    /** Runs the words behind the options; what the kernel refuses becomes an exit status, what is misspelt an exception. */
    static int command(JipEnvironment environment, JipSession session, List<String> words) {
        Arguments arguments = new Arguments(words);
        String name = arguments.next();
        JipObject object = OBJECTS.find(name)
                .orElseThrow(() -> CommandException.failed("Object \"" + name + "\" is unknown, try \"ip help\"."));
        try {
            return object.run(session, arguments);
        } catch (KernelRejectedException e) {
            environment.out().flush();
            environment.err().println(KernelComplaint.of(e));
            if (session.options().explain()) {
                e.attributePath().ifPresent(path -> environment.err().println("at " + path));
            }
            return KERNEL_REFUSED;
        }
    }

    /** Says what was wrong, and returns the exit status. */
    static int fail(JipEnvironment environment, CommandException e) {
        environment.out().flush();
        if (!e.text().isEmpty()) {
            environment.err().println(e.text());
        }
        return e.status();
    }
}
