package io.jnetlink.samples.golden;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jnetlink.samples.ip.IprouteDialect;
import io.jnetlink.testkit.CommandResult;
import io.jnetlink.testkit.InNetworkNamespace;
import io.jnetlink.testkit.NamespaceShell;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Supplier;
import net.jqwik.api.RandomGenerator;
import net.jqwik.api.Shrinkable;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;

/**
 * Makes the same random VXLAN device twice, by {@code ip} and by {@code jip}, one after the other in one namespace, and holds what the
 * kernel says of the two against each other, attribute by attribute. Where one is refused the other must be, with the same exit
 * status and complaint. Then the same with commands that have a mistake in them.
 *
 * <p>Options that the installed {@code ip} lacks are then given to {@code jip} alone; the kernel must report their values, and all else
 * as before.
 *
 * <p>{@code -Djnetlink.differential.tries=N} says how many devices (60 otherwise, each way), {@code -Djnetlink.differential.seed=S}
 * which. A failing command is shrunk before it is reported.
 */
@InNetworkNamespace(limitSeconds = 900)
class DifferentialKernelTest {

    private static final int TRIES = Integer.getInteger("jnetlink.differential.tries", 60);
    private static final int MOST_SHRINKS = 200;
    private static final String DEVICE = "vx0";

    @Test
    void makesTheDeviceThatIpMakes(NamespaceShell shell) {
        Trial trial = run(
                shell,
                "devices made by ip and by jip",
                () -> VxlanArbitraries.commands().generator(TRIES, true));
        assertThat(trial.made).isGreaterThan(TRIES / 2);
    }

    @Test
    void refusesWhatIpRefuses(NamespaceShell shell) {
        Trial trial = run(
                shell, "commands with mistakes", () -> VxlanMistakes.commands().generator(TRIES, false));
        assertThat(trial.refused).isGreaterThan(TRIES / 2);
    }

    private static Trial run(NamespaceShell shell, String name, Supplier<RandomGenerator<VxlanOptions>> commands) {
        InstalledIp ip = new InstalledIp(shell);
        Optional<String> dialect = ip.dialect();
        assumeTrue(dialect.isPresent(), "the installed ip, if any, is of no release that jip knows");
        ip.makeUnderlay();
        long seed = Long.getLong("jnetlink.differential.seed", new Random().nextLong());
        try (LiveLinks links = new LiveLinks()) {
            Trial trial = new Trial(ip, links, dialect.get());
            JqwikSession.run(() -> assertThat(search(trial, commands.get(), new Random(seed)))
                    .as("seed %d", seed)
                    .isEmpty());
            System.out.println(name + ": " + trial.summary() + ", seed " + seed);
            return trial;
        }
    }

    private static Optional<String> search(Trial trial, RandomGenerator<VxlanOptions> commands, Random random) {
        for (int attempt = 0; attempt < TRIES; attempt++) {
            Shrinkable<VxlanOptions> command = commands.next(random);
            Optional<String> difference = trial.difference(command.value());
            if (difference.isPresent()) {
                return Optional.of(smallest(trial, command, difference.get()));
            }
        }
        return Optional.empty();
    }

    /** Walks to smaller commands as long as they fail too. */
    private static String smallest(Trial trial, Shrinkable<VxlanOptions> failing, String difference) {
        Shrinkable<VxlanOptions> current = failing;
        String explanation = difference;
        int left = MOST_SHRINKS;
        boolean smaller = true;
        while (smaller && left > 0) {
            smaller = false;
            for (Shrinkable<VxlanOptions> candidate : (Iterable<Shrinkable<VxlanOptions>>) current.shrink()::iterator) {
                Optional<String> found = left-- > 0 ? trial.difference(candidate.value()) : Optional.empty();
                if (found.isPresent()) {
                    current = candidate;
                    explanation = found.get();
                    smaller = true;
                    break;
                }
            }
        }
        return current.value() + "\n" + explanation + "\nfirst seen with: " + failing.value();
    }

    /** Makes one device by each program. Not thread-safe. */
    private static final class Trial {

        private final InstalledIp ip;
        private final LiveLinks links;
        private final JipProgram jip;
        private final JipProgram newestJip =
                JipProgram.live(IprouteDialect.newest().toString());
        private int made;
        private int refused;
        private int withNewer;

        Trial(InstalledIp ip, LiveLinks links, String dialect) {
            this.ip = ip;
            this.links = links;
            this.jip = JipProgram.live(dialect);
        }

        String summary() {
            return made + " alike, " + refused + " refused alike, " + withNewer + " with newer options";
        }

        Optional<String> difference(VxlanOptions command) {
            Set<String> random = command.givesAddress() ? Set.of() : Set.of(String.valueOf(RawMessage.IFLA_ADDRESS));
            CommandResult theirs = ip.run(command.words(DEVICE));
            Optional<LinkState> theirDevice = take().map(state -> state.without(random));
            CommandResult ours = jip.run(command.words(DEVICE));
            Optional<LinkState> ourDevice = take().map(state -> state.without(random));
            if (!comparable(theirs).equals(comparable(ours))) {
                return Optional.of("ip  " + theirs + "\njip " + ours);
            }
            if (theirDevice.isEmpty() || ourDevice.isEmpty()) {
                refused++;
                return theirDevice.isPresent() == ourDevice.isPresent()
                        ? Optional.empty()
                        : Optional.of("made by one only");
            }
            String difference = theirDevice.get().difference(ourDevice.get());
            if (!difference.isEmpty()) {
                return Optional.of(difference);
            }
            made++;
            return command.newer().isEmpty() ? Optional.empty() : newerDifference(command, theirDevice.get(), random);
        }

        private Optional<String> newerDifference(VxlanOptions command, LinkState without, Set<String> random) {
            CommandResult result = newestJip.run(command.wordsWithNewer(DEVICE));
            Optional<LinkState> device = take().map(state -> state.without(random));
            if (!result.succeeded() || device.isEmpty()) {
                return Optional.of("jip with newer options: " + result);
            }
            withNewer++;
            Set<String> paths = new HashSet<>();
            StringBuilder lines = new StringBuilder();
            for (Map.Entry<Integer, String> value : command.expected().entrySet()) {
                String path = "18.2." + value.getKey();
                paths.add(path);
                if (!device.get().get(path).equals(value.getValue())) {
                    lines.append(path)
                            .append(" is ")
                            .append(device.get().get(path))
                            .append(", not ");
                    lines.append(value.getValue()).append('\n');
                }
            }
            lines.append(without.without(paths).difference(device.get().without(paths)));
            return lines.isEmpty() ? Optional.empty() : Optional.of(lines.toString());
        }

        private static CommandResult comparable(CommandResult result) {
            return new CommandResult(
                    result.exitCode(), result.standardOutput(), Complaints.withoutUsage(result.standardError()));
        }

        private Optional<LinkState> take() {
            Optional<LinkState> state = links.find(DEVICE).map(LinkState::of);
            if (state.isPresent() && !links.delete(DEVICE)) {
                throw new AssertionError(DEVICE + " cannot be deleted");
            }
            return state;
        }
    }
}
