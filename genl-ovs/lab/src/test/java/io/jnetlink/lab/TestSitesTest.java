package io.jnetlink.lab;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.platform.engine.TestTag;

class TestSitesTest {

    private static final String NO_OVS = "no Open vSwitch here";
    private static final Path NO_SCRIPT = Path.of("/nonexistent/lab");

    @ParameterizedTest
    @CsvSource({
        "auto, true, openvswitch, true",
        "auto, false, openvswitch, false",
        "always, true, openvswitch, false",
        "never, true, openvswitch, true",
        "never, false, openvswitch, false",
        "auto, true, kernel-lab, false",
        "never, true, kernel-lab, false",
        "auto, true, openvswitch kernel-lab, false",
        "auto, false, kernel, true",
        "always, false, '', true",
    })
    void theTagsAndTheKernelDecide(String use, boolean kernelHasIt, String tags, boolean here) {
        TestSites sites = sites(false, use, kernelHasIt);

        assertThat(sites.runsHere(tags(tags))).isEqualTo(here);
    }

    @Test
    void insideTheLabEverythingRunsThere() {
        TestSites sites = sites(true, "always", false);

        assertThat(sites.runsHere(tags("openvswitch kernel-lab"))).isTrue();
    }

    @Test
    void furtherTagsAreSentToTheLab() {
        Properties properties = new Properties();
        properties.setProperty(TestSites.TAGS_PROPERTY, "kernel, slow");
        TestSites sites = new TestSites(false, properties, Optional::empty, () -> KernelLab.at(NO_SCRIPT));

        assertThat(sites.runsHere(tags("kernel"))).isFalse();
        assertThat(sites.runsHere(tags("slow"))).isFalse();
        assertThat(sites.runsHere(tags("openvswitch"))).isTrue();
        assertThat(sites.tags()).containsExactlyInAnyOrder("openvswitch", "kernel-lab", "kernel", "slow");
    }

    @Test
    void aReasonToSkipTellsOfKernelAndLab() {
        TestSites sites = sites(false, "auto", false);

        assertThat(sites.labRuns()).isFalse();
        assertThat(sites.reasonToSkip(tags("openvswitch")))
                .startsWith(NO_OVS + "; the kernel lab cannot run: " + NO_SCRIPT + " cannot be run");
        assertThat(sites.reasonToSkip(tags("kernel-lab"))).startsWith("the kernel lab cannot run: ");
        assertThat(sites(false, "never", false).reasonToSkip(tags("openvswitch")))
                .isEqualTo(NO_OVS + "; the kernel lab is not used: jnetlink.lab=never");
    }

    @Test
    void theKernelIsAskedOnceAndOnlyForTestsThatNeedIt() {
        int[] asked = {0};
        TestSites sites = new TestSites(
                false,
                new Properties(),
                () -> {
                    asked[0]++;
                    return Optional.empty();
                },
                () -> {
                    throw new AssertionError("nobody needs the lab");
                });

        assertThat(sites.runsHere(tags("kernel"))).isTrue();
        assertThat(asked[0]).isZero();
        assertThat(sites.runsHere(tags("openvswitch"))).isTrue();
        assertThat(sites.runsHere(tags("openvswitch"))).isTrue();
        assertThat(asked[0]).isEqualTo(1);
    }

    @Test
    void anUnknownUseIsRefused() {
        assertThatThrownBy(() -> sites(false, "perhaps", true))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("jnetlink.lab is auto, always or never, not \"perhaps\"");
    }

    private static TestSites sites(boolean inside, String use, boolean kernelHasIt) {
        Properties properties = new Properties();
        properties.setProperty(TestSites.USE_PROPERTY, use);
        return new TestSites(
                inside,
                properties,
                () -> kernelHasIt ? Optional.empty() : Optional.of(NO_OVS),
                () -> KernelLab.at(NO_SCRIPT));
    }

    private static Set<TestTag> tags(String names) {
        return Stream.of(names.split(" "))
                .filter(name -> !name.isEmpty())
                .map(TestTag::create)
                .collect(Collectors.toSet());
    }
}
