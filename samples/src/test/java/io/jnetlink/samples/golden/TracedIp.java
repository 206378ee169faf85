package io.jnetlink.samples.golden;

import io.jnetlink.testkit.CommandResult;
import io.jnetlink.testkit.NamespaceShell;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code ip} of this machine under {@code strace}, whose hex dumps tell what it sends.
 *
 * <p>Not thread-safe: runs share one file.
 */
final class TracedIp {

    private static final Pattern DUMP_LINE = Pattern.compile("^ \\| [0-9a-f]{5,}  ((?:[0-9a-f]{2} {1,2}){1,16}).*");

    private final NamespaceShell shell;
    private final Path trace;

    TracedIp(NamespaceShell shell, Path directory) {
        this.shell = shell;
        this.trace = directory.resolve("trace");
    }

    /** Whether commands can be traced here. */
    boolean works() {
        return run(List.of("-V")).succeeded();
    }

    /** Runs a command, which may fail. */
    CommandResult run(List<String> words) {
        List<String> command = new ArrayList<>(List.of("strace", "-o", trace.toString()));
        command.addAll(List.of("-e", "trace=sendmsg,sendto", "-e", "write=all", "-xx", "-s", "65535", "ip"));
        command.addAll(words);
        return shell.attempt(command.toArray(String[]::new));
    }

    /** The datagrams that the last command sent, in order. */
    List<byte[]> sent() {
        List<byte[]> datagrams = new ArrayList<>();
        ByteArrayOutputStream datagram = new ByteArrayOutputStream();
        try {
            for (String line : Files.readAllLines(trace)) {
                Matcher dump = DUMP_LINE.matcher(line);
                if (dump.matches()) {
                    datagram.writeBytes(HexFormat.of().parseHex(dump.group(1).replace(" ", "")));
                } else if (!line.startsWith(" * ")) {
                    addTo(datagrams, datagram);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        addTo(datagrams, datagram);
        return datagrams;
    }

    private static void addTo(List<byte[]> datagrams, ByteArrayOutputStream datagram) {
        if (datagram.size() > 0) {
            datagrams.add(datagram.toByteArray());
            datagram.reset();
        }
    }
}
