package io.jnetlink.samples.nl.decode;

import io.jnetlink.samples.nl.JnlEnvironment;
import io.jnetlink.samples.nl.JnlException;
import io.jnetlink.samples.nl.JsonValues;
import io.jnetlink.samples.nl.SpecFiles;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.MessageReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code jnl decode}: recorded messages as a tree, as JSON, or as Java. Used once, by one thread. */
@Command(
        name = "decode",
        mixinStandardHelpOptions = true,
        description = "Reads messages from hexadecimal digits, strace output, or a pcap file of an nlmon device.",
        sortOptions = false,
        usageHelpAutoWidth = true)
public final class DecodeCommand implements Callable<Integer> {

    private final JnlEnvironment environment;

    @Option(
            names = "--spec",
            paramLabel = "FILE",
            required = true,
            description = "YAML spec of a family; may be repeated.")
    private List<Path> specs = List.of();

    @Option(
            names = "--protocol",
            paramLabel = "NUMBER",
            description = "Netlink protocol, where the input does not tell.")
    private @Nullable Integer protocol;

    @Option(
            names = "--family-id",
            paramLabel = "NAME=NUMBER",
            description = "Number of a generic family, where no message of the controller tells.")
    private Map<String, Integer> familyIds = Map.of();

    @Option(names = "--output-json", description = "Print JSON, one line for each message.")
    private boolean outputJson;

    @Option(names = "--as-java", description = "Print Java that builds each request with generated classes.")
    private boolean asJava;

    @Parameters(
            arity = "0..*",
            paramLabel = "INPUT",
            description = "A file, or hexadecimal digits; standard input without.")
    private List<String> inputs = List.of();

    /** For one run. */
    public DecodeCommand(JnlEnvironment environment) {
        this.environment = environment;
    }

    @Override
    public Integer call() throws IOException {
        ReadingFinder finder = new ReadingFinder(SpecFiles.loadAll(specs), familyIds);
        boolean whole = true;
        for (Capture capture : CaptureReader.read(input())) {
            whole &= decode(finder, capture);
        }
        return whole ? 0 : 1;
    }

    private byte[] input() throws IOException {
        if (inputs.isEmpty()) {
            return environment.in().readAllBytes();
        } else if (inputs.size() == 1 && Files.isRegularFile(Path.of(inputs.get(0)))) {
            return Files.readAllBytes(Path.of(inputs.get(0)));
        }
        return String.join(" ", inputs).getBytes(StandardCharsets.UTF_8);
    }

    private boolean decode(ReadingFinder finder, Capture capture) {
        MessageReader reader =
                new MessageReader().wrap(capture.bytes(), 0, capture.bytes().capacity());
        try {
            while (reader.next()) {
                message(finder, reader, capture);
            }
            return true;
        } catch (MalformedMessageException e) {
            environment.out().flush();
            environment.err().println("jnl: " + capture.origin() + ": " + e.getMessage());
            return false;
        }
    }

    private void message(ReadingFinder finder, MessageReader message, Capture capture) {
        OptionalInt known = protocol == null ? capture.protocol() : OptionalInt.of(protocol);
        Optional<String> control = MessageText.control(message);
        Optional<Reading> reading = control.isPresent() ? Optional.empty() : finder.find(message, known);
        if (outputJson) {
            environment.out().println(JsonValues.print(json(message, control, reading)));
        } else if (asJava) {
            java(message, reading);
        } else {
            tree(message, control, reading);
        }
    }

    private void tree(MessageReader message, Optional<String> control, Optional<Reading> reading) {
        PrintStream out = environment.out();
        out.println(MessageText.title(name(control, reading), reading, message));
        if (reading.isPresent()) {
            out.print(MessageText.body(reading.get(), message));
        } else if (control.isPresent()) {
            out.print(MessageText.extendedAck(message));
        } else {
            out.print(MessageText.unknown(message));
        }
    }

    private static String name(Optional<String> control, Optional<Reading> reading) {
        return control.or(() -> reading.map(r -> r.operation().name())).orElse("unknown");
    }

    private static Map<String, Object> json(
            MessageReader message, Optional<String> control, Optional<Reading> reading) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("name", name(control, reading));
        reading.ifPresent(r -> json.put("family", r.family().name()));
        json.put("type", message.type());
        json.put("flags", message.flags());
        json.put("seq", message.sequence());
        json.put("pid", message.portId());
        reading.ifPresent(r -> {
            int at = message.bodyOffset() + r.prefix();
            int size = message.bodyLength() - r.prefix();
            json.put("msg", r.family().decode(r.operation().name(), message.buffer(), at, size));
        });
        return json;
    }

    private void java(MessageReader message, Optional<Reading> reading) {
        if (reading.isEmpty() || (message.flags() & MessageFlags.REQUEST) == 0) {
            return;
        }
        Reading found = reading.get();
        int at = message.bodyOffset() + found.prefix();
        int size = message.bodyLength() - found.prefix();
        Map<String, Object> fields = found.family().decode(found.operation().name(), message.buffer(), at, size);
        try {
            environment
                    .out()
                    .println(new JavaCode(found.family().model()).request(found.operation(), fields, message.flags()));
        } catch (IllegalArgumentException e) {
            throw new JnlException("no Java for " + found.operation().name() + ": " + e.getMessage());
        }
    }
}
