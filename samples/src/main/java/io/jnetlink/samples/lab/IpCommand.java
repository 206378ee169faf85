package io.jnetlink.samples.lab;

import io.jnetlink.sys.NetworkNamespace;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Runs {@code ip} in a network namespace, for what lies around tunnels and datapaths. Immutable; thread-safe. */
public final class IpCommand {

    private final NetworkNamespace namespace;

    /** Commands for a namespace, which must stay open. */
    public IpCommand(NetworkNamespace namespace) {
        this.namespace = namespace;
    }

    /**
     * Runs one that must succeed.
     *
     * @throws IOException if it fails, with what it said
     */
    public void run(String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of("nsenter", "--net=" + namespace.path(), "--", "ip"));
        command.addAll(List.of(arguments));
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        process.getOutputStream().close();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        try {
            if (process.waitFor() != 0) {
                throw new IOException("ip " + String.join(" ", arguments) + ": " + output.strip());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while ip ran", e);
        }
    }
}
