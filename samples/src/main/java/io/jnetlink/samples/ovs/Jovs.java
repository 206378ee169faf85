package io.jnetlink.samples.ovs;

import io.jnetlink.NetlinkException;
import io.jnetlink.samples.ovs.run.JovsCommand;
import io.jnetlink.samples.ovs.run.JovsEnvironment;
import io.jnetlink.samples.ovs.run.JovsException;
import io.jnetlink.samples.ovs.run.JovsOptions;
import io.jnetlink.samples.ovs.run.JovsSession;
import io.jnetlink.wire.InvalidFieldException;

/**
 * {@code jovs}: the grammar and the output of Open vSwitch's {@code ovs-dpctl}, over jnetlink. Commands that only read write
 * nothing, unlike those. Stateless.
 */
public final class Jovs {

    private static final String VERSION = "0.1.0";
    private static final String SPOKEN = "3.1.0";

    private Jovs() {}

    /** Runs one command and ends the process with its exit status. */
    public static void main(String[] argv) {
        System.exit(run(JovsEnvironment.system(), argv));
    }

    /**
     * Runs one command.
     *
     * @param environment what it reads, writes and talks to
     * @param argv the words behind {@code jovs}
     * @return the exit status: 0, or 1 if something went wrong
     */
    public static int run(JovsEnvironment environment, String... argv) {
        try {
            JovsCommandLine line = JovsCommandLine.parse(argv);
            if (line.isHelpAsked()) {
                JovsCommandLine.printUsage(environment.out());
                return JovsCommand.DONE;
            }
            if (line.isVersionAsked()) {
                environment.out().println("jovs (jnetlink) " + VERSION + ", speaks ovs-dpctl " + SPOKEN);
                return JovsCommand.DONE;
            }
            return run(environment, line.options(), line);
        } catch (JovsException e) {
            complain(environment, e);
            return JovsCommand.FAILED;
        } finally {
            environment.out().flush();
            environment.err().flush();
        }
    }

    private static int run(JovsEnvironment environment, JovsOptions options, JovsCommandLine line) {
        if (line.words().isEmpty()) {
            throw JovsException.of("missing command name; use --help for help");
        }
        try (JovsSession session = new JovsSession(environment, options)) {
            return CommandTable.run(session, line.words());
        } catch (NetlinkException | InvalidFieldException e) {
            throw JovsException.of(String.valueOf(e.getMessage()));
        }
    }

    private static void complain(JovsEnvironment environment, JovsException failure) {
        new JovsSession(environment, JovsOptions.NONE).complain(failure);
    }
}
