package io.jnetlink.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jnetlink.spec.ir.AttributeSetIr;
import io.jnetlink.wire.MalformedMessageException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.sessions.JqwikSession;
import org.junit.jupiter.api.Test;

/** The kit takes every family of the kernel's own specs. */
class UpstreamSpecsTest {

    private static final Path SPECS =
            Path.of(System.getProperty("jnetlink.project", "../.."), "..", "shared", "ynl-specs");
    private static final int DRAWS = 3;

    @Test
    void everySetAndOperationOfEveryFamilyIsDrawnAndBroken() throws IOException {
        assumeTrue(Files.isDirectory(SPECS), "no upstream specs beside the project");
        List<Path> specs;
        try (Stream<Path> files = Files.list(SPECS)) {
            specs = files.filter(f -> f.toString().endsWith(".yaml")).sorted().toList();
        }
        int subjects = 0;
        for (Path spec : specs) {
            NetlinkArbitraries either = NetlinkArbitraries.ofSpec(spec);
            SpecConformance judge = SpecConformance.of(either.family());
            List<MessageArbitraries> all = subjects(either);
            List<MessageArbitraries> requests = subjects(either.requests());
            JqwikSession.run(() -> {
                all.forEach(subject -> check(subject, judge));
                requests.forEach(subject -> checkRequests(subject, judge));
            });
            subjects += all.size();
        }
        System.out.printf("%d sets and operations of %d upstream families%n", subjects, specs.size());
        assertThat(subjects).isGreaterThan(specs.size());
    }

    private static List<MessageArbitraries> subjects(NetlinkArbitraries family) {
        List<MessageArbitraries> subjects = new ArrayList<>();
        family.family().attributeSets().stream()
                .map(AttributeSetIr::name)
                .map(family::set)
                .forEach(subjects::add);
        family.operations().stream().map(family::operation).forEach(subjects::add);
        return subjects;
    }

    private static void check(MessageArbitraries subject, SpecConformance judge) {
        draws(subject.wellFormed(), DRAWS).forEach(message -> {
            assertThat(Families.validated(message)).hasSize(message.length());
            assertThat(message.toString()).startsWith(message.name());
        });
        for (MalformedKind kind : subject.kinds()) {
            draws(subject.malformed(kind), 1).forEach(message -> check(judge, message));
        }
    }

    private static void checkRequests(MessageArbitraries subject, SpecConformance judge) {
        draws(subject.wellFormed(), DRAWS)
                .forEach(message -> assertThat(judge.faults(message))
                        .as(subject + " " + message)
                        .isEmpty());
    }

    /** Looking for edge cases takes longer than a few draws. */
    private static <T> Stream<T> draws(Arbitrary<T> arbitrary, int count) {
        return arbitrary.withoutEdgeCases().sampleStream().limit(count);
    }

    private static void check(SpecConformance judge, MalformedMessage message) {
        MalformedKind seen = message.kind() == MalformedKind.TRUNCATED ? MalformedKind.OVERLONG : message.kind();
        assertThat(judge.faults(message.broken()))
                .as(message.toString())
                .extracting(Fault::kind)
                .contains(seen);
        if (message.kind().reaction() == Reaction.REJECT) {
            assertThatThrownBy(() -> Families.validated(message.broken()))
                    .as(message.toString())
                    .isInstanceOf(MalformedMessageException.class);
        } else {
            assertThat(Families.validated(message.broken())).isNotEmpty();
        }
    }
}
