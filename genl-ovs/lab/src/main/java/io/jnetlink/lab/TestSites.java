package io.jnetlink.lab;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.function.Supplier;
import org.junit.platform.engine.TestTag;

/**
 * Decides where a test runs, by its tags. Asks kernel and lab only when a test makes it necessary, and once.
 *
 * <p>Thread-safe.
 */
final class TestSites {

    /** Whether the lab is used: {@code auto}, {@code always}, {@code never}. */
    static final String USE_PROPERTY = "jnetlink.lab";

    /** Tags, separated by commas, of further tests that run in the lab. */
    static final String TAGS_PROPERTY = "jnetlink.lab.tags";

    private enum Use {
        AUTO,
        ALWAYS,
        NEVER
    }

    private final boolean inside;
    private final Use use;
    private final Set<String> labTags = new HashSet<>(Set.of(InKernelLab.TAG));
    private final Supplier<Optional<String>> obstacleHere;
    private final Supplier<KernelLab> lab;

    TestSites(boolean inside, Properties properties, Supplier<Optional<String>> obstacleHere, Supplier<KernelLab> lab) {
        this.inside = inside;
        this.use = parse(properties.getProperty(USE_PROPERTY, "auto"));
        Arrays.stream(properties.getProperty(TAGS_PROPERTY, "").split(","))
                .map(String::strip)
                .filter(tag -> !tag.isEmpty())
                .forEach(labTags::add);
        this.obstacleHere = new Once<>(obstacleHere);
        this.lab = new Once<>(lab);
    }

    /** The one that goes by this machine and this JVM's system properties. */
    static TestSites ofThisMachine() {
        return ThisMachine.SITES;
    }

    /** Whether this JVM runs in the lab itself: then there is nothing to decide. */
    boolean isInside() {
        return inside;
    }

    /** The tags of tests that may have to run elsewhere. */
    List<String> tags() {
        Set<String> tags = new HashSet<>(labTags);
        tags.add(RequiresOpenVSwitch.TAG);
        return List.copyOf(tags);
    }

    /** Whether a test is left to the engine that it is written for. */
    boolean runsHere(Set<TestTag> tags) {
        if (inside) {
            return true;
        }
        if (needsLab(tags)) {
            return false;
        }
        return !tags.contains(TestTag.create(RequiresOpenVSwitch.TAG))
                || (use != Use.ALWAYS && obstacleHere.get().isEmpty());
    }

    /** Whether tests that do not run here can run in the lab. */
    boolean labRuns() {
        return obstacleToLab().isEmpty();
    }

    /** The lab, for tests that do not run here. */
    KernelLab lab() {
        return lab.get();
    }

    /** Why a test neither runs here nor in the lab, with what would help. */
    String reasonToSkip(Set<TestTag> tags) {
        String reason = obstacleToLab().orElse("");
        if (needsLab(tags) || use == Use.ALWAYS) {
            return reason;
        }
        return obstacleHere.get().map(here -> here + "; ").orElse("") + reason;
    }

    private boolean needsLab(Set<TestTag> tags) {
        return tags.stream().map(TestTag::getName).anyMatch(labTags::contains);
    }

    private Optional<String> obstacleToLab() {
        if (use == Use.NEVER) {
            return Optional.of("the kernel lab is not used: " + USE_PROPERTY + "=never");
        }
        return lab.get().obstacle().map(reason -> "the kernel lab cannot run: " + reason);
    }

    private static Use parse(String text) {
        try {
            return Use.valueOf(text.toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            throw new IllegalArgumentException(USE_PROPERTY + " is auto, always or never, not \"" + text + "\"", e);
        }
    }

    /** Made when it is first asked for; both the filter and the engine, which JUnit makes, use it. */
    private static final class ThisMachine {

        static final TestSites SITES = new TestSites(
                KernelLab.isInside(), System.getProperties(), RunningKernel::obstacleToOpenVSwitch, KernelLab::locate);

        private ThisMachine() {}
    }
}
