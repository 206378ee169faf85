package io.jnetlink.samples.golden;

import io.jnetlink.samples.ip.IprouteDialect;
import io.jnetlink.testkit.CommandResult;
import io.jnetlink.testkit.NamespaceShell;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The {@code ip} of this machine, run in a network namespace.
 *
 * <p>Immutable.
 */
final class InstalledIp {

    private static final Pattern VERSION = Pattern.compile("iproute2-(\\d+\\.\\d+)");

    private final NamespaceShell shell;

    InstalledIp(NamespaceShell shell) {
        this.shell = shell;
    }

    /** The dialect of {@code jip} that this {@code ip} speaks; empty when there is no {@code ip}, or one of another release. */
    Optional<String> dialect() {
        Matcher version = VERSION.matcher(run(List.of("-V")).standardOutput());
        return version.find() ? IprouteDialect.of(version.group(1)).map(IprouteDialect::toString) : Optional.empty();
    }

    /** Runs a command, which may fail. */
    CommandResult run(List<String> words) {
        List<String> command = new ArrayList<>(List.of("ip"));
        command.addAll(words);
        return shell.attempt(command.toArray(String[]::new));
    }

    /** Runs a command, written in one line, that must succeed. */
    void mustRun(String words) {
        CommandResult result = run(List.of(words.split(" ")));
        if (!result.succeeded()) {
            throw new AssertionError("ip " + words + ": " + result.standardError());
        }
    }

    /** Makes {@code under0}, up and with an address of each family, for tunnels to sit on. */
    void makeUnderlay() {
        mustRun("link add under0 address 02:00:00:00:00:01 type veth peer name under1 address 02:00:00:00:00:02");
        mustRun("link set under1 up");
        mustRun("link set under0 up");
        mustRun("addr add 198.51.100.10/24 dev under0");
        mustRun("addr add 2001:db8:a::10/64 dev under0 nodad");
    }
}
