package io.jnetlink.samples.nl;

import io.jnetlink.NetlinkException;
import io.jnetlink.client.Dump;
import io.jnetlink.client.KernelRejectedException;
import io.jnetlink.dynamic.DynamicFamily;
import io.jnetlink.samples.nl.decode.DecodeCommand;
import io.jnetlink.wire.MessageFlags;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/**
 * {@code jnl}: asks the kernel for what a YAML spec describes, with the options of the kernel's own tool for it.
 *
 * <p>Used once for each run, by one thread.
 */
@Command(
        name = "jnl",
        mixinStandardHelpOptions = true,
        version = "jnl 0.1.0",
        description = "Speaks any netlink family from its YAML spec.",
        sortOptions = false,
        usageHelpAutoWidth = true)
public final class Jnl implements Callable<Integer> {

    static final int FAILED = 1;
    static final int KERNEL_REFUSED = 2;

    private final JnlEnvironment environment;

    @Option(names = "--spec", paramLabel = "FILE", description = "YAML spec of the family.")
    private @Nullable Path spec;

    @Option(names = "--do", paramLabel = "OP", description = "Send one request.")
    private @Nullable String single;

    @Option(names = "--dump", paramLabel = "OP", description = "List objects.")
    private @Nullable String dump;

    @Option(
            names = "--json",
            paramLabel = "OBJECT",
            description = "Fields of the request: header members and attributes.")
    private @Nullable String json;

    @Option(names = "--create", description = "Add NLM_F_CREATE.")
    private boolean create;

    @Option(names = "--excl", description = "Add NLM_F_EXCL.")
    private boolean exclusive;

    @Option(names = "--replace", description = "Add NLM_F_REPLACE.")
    private boolean replace;

    @Option(names = "--append", description = "Add NLM_F_APPEND.")
    private boolean append;

    @Option(names = "--subscribe", paramLabel = "GROUP", description = "Print the notifications of a multicast group.")
    private @Nullable String group;

    @Option(names = "--duration", paramLabel = "SECONDS", description = "End --subscribe after some time.")
    private @Nullable Double duration;

    @Option(names = "--list-ops", description = "List operations.")
    private boolean listOperations;

    @Option(names = "--list-msgs", description = "List operations and notifications.")
    private boolean listMessages;

    @Option(names = "--list-attrs", paramLabel = "OP", description = "List header and attributes of an operation.")
    private @Nullable String listAttributes;

    @Option(
            names = "--policy",
            description = "Ask the kernel what a generic family accepts; with --do or --dump, for that operation.")
    private boolean policy;

    @Option(names = "--output-json", description = "Print JSON, one line for each result.")
    private boolean outputJson;

    /** Taken for the sake of scripts for the kernel's tool: specs are checked, and unknown attributes kept, in any case. */
    @Option(names = "--no-schema", hidden = true)
    private boolean noSchema;

    @Option(names = "--process-unknown", negatable = true, hidden = true)
    private boolean processUnknown;

    @Option(names = "--schema", hidden = true)
    private @Nullable Path schema;

    private Jnl(JnlEnvironment environment) {
        this.environment = environment;
    }

    /** Runs one command and ends the process with its exit status. */
    public static void main(String[] arguments) {
        System.exit(run(JnlEnvironment.system(), arguments));
    }

    /**
     * Runs one command.
     *
     * @return 0; 1 if something is wrong with what was asked; 2 if the kernel refused it
     */
    public static int run(JnlEnvironment environment, String... arguments) {
        CommandLine line = new CommandLine(new Jnl(environment))
                .addSubcommand(new DecodeCommand(environment))
                .setOut(new PrintWriter(environment.out(), true))
                .setErr(new PrintWriter(environment.err(), true))
                .setExecutionExceptionHandler((e, l, r) -> complain(environment, e))
                .setParameterExceptionHandler((e, words) -> {
                    environment.err().println("jnl: " + e.getMessage());
                    return FAILED;
                });
        try {
            return line.execute(arguments);
        } finally {
            environment.out().flush();
            environment.err().flush();
        }
    }

    private static int complain(JnlEnvironment environment, Exception failure) throws Exception {
        environment.out().flush();
        if (failure instanceof KernelRejectedException) {
            environment.err().println("jnl: " + failure.getMessage());
            return KERNEL_REFUSED;
        } else if (failure instanceof JnlException
                || failure instanceof NetlinkException
                || failure instanceof IllegalArgumentException) {
            environment.err().println("jnl: " + failure.getMessage());
            return FAILED;
        }
        throw failure;
    }

    @Override
    public Integer call() {
        if (spec == null) {
            throw new JnlException("--spec FILE is needed; see jnl --help");
        }
        DynamicFamily family = SpecFiles.load(spec);
        OperationText text = new OperationText(family);
        if (listOperations) {
            list(text, text.requests());
        }
        if (listMessages) {
            list(text, text.messages());
        }
        if (listAttributes != null) {
            print(text.attributes(listAttributes));
        }
        if (policy) {
            Optional<String> one = Optional.ofNullable(single).or(() -> Optional.ofNullable(dump));
            one.ifPresent(family::operation);
            print(new PolicyReader(family).read(environment.syscalls(), one));
            return 0;
        }
        ask(family);
        if (group != null) {
            Optional<Duration> time = Optional.ofNullable(duration).map(s -> Duration.ofMillis((long) (s * 1000)));
            new Subscriber(family, environment.syscalls(), this::printNotification, environment.err()::println)
                    .listen(group, time);
        }
        return 0;
    }

    private void ask(DynamicFamily family) {
        if (single == null && dump == null) {
            return;
        }
        Map<String, Object> request = json == null ? Map.of() : JsonValues.parseObject(json);
        try (FamilyChannel channel = FamilyChannel.open(family, environment.syscalls())) {
            if (single != null) {
                Optional<Map<String, Object>> reply = channel.maps().call(single, request, flags());
                printReply(reply);
            }
            if (dump != null) {
                Dump<Map<String, Object>> listed = channel.maps().dump(dump, request);
                print(listed.messages());
                if (listed.interrupted()) {
                    environment.err().println("jnl: something changed during the dump, it may be incomplete");
                }
            }
        }
    }

    private int flags() {
        return (create ? MessageFlags.CREATE : 0)
                | (exclusive ? MessageFlags.EXCL : 0)
                | (replace ? MessageFlags.REPLACE : 0)
                | (append ? MessageFlags.APPEND : 0);
    }

    private void list(OperationText text, List<String> names) {
        if (outputJson) {
            environment.out().println(JsonValues.print(names));
        } else {
            names.forEach(n -> environment.out().println(text.describe(n)));
        }
    }

    private void printReply(Optional<Map<String, Object>> reply) {
        if (reply.isPresent()) {
            print(reply.get());
        } else if (outputJson) {
            environment.out().println("null");
        }
    }

    private void printNotification(Map<String, Object> notification) {
        print(notification);
        // Whoever listens wants to see it now.
        environment.out().flush();
    }

    private void print(Object value) {
        PrintStream out = environment.out();
        if (outputJson) {
            out.println(JsonValues.print(value));
        } else {
            out.print(TreeText.print(value));
        }
    }
}
