package io.jnetlink.testkit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.sys.NetworkNamespace;
import org.junit.jupiter.api.Test;
import org.opentest4j.TestAbortedException;

@InNetworkNamespace(limitSeconds = 60)
class NamespaceLinksKernelTest {

    @Test
    void aCableHasTwoEndsThatAreUp(NamespaceLinks links, NamespaceShell shell) {
        links.vethPair("v0", "v1");

        assertThat(shell.run("ip", "-o", "link", "show", "dev", "v0")).contains("v0@v1", ",UP,LOWER_UP");
        assertThat(shell.run("ip", "-o", "link", "show", "dev", "v1")).contains("v1@v0", ",UP,LOWER_UP");
        assertThat(links.index("v0")).isPositive().isNotEqualTo(links.index("v1"));

        links.down("v1");
        assertThat(shell.run("ip", "-o", "link", "show", "dev", "v0")).contains("NO-CARRIER");

        links.remove("v0");
        assertThat(links.has("v0")).isFalse();
        assertThat(links.has("v1")).isFalse();
        assertThat(links.has("lo")).isTrue();
    }

    @Test
    void aCableReachesIntoAnotherNamespace(NamespaceLinks links, NetworkNamespace here, NetworkNamespace there) {
        NamespaceLinks remote = new NamespaceLinks(there);
        links.vethPair("v0", remote, "v1").address("v0", "192.0.2.1/24").address("v0", "2001:db8::1/64");
        remote.address("v1", "192.0.2.2/24");

        assertThat(links.has("v1")).isFalse();
        assertThat(remote.has("v0")).isFalse();
        assertThat(new NamespaceShell(there).run("ip", "-o", "link", "show", "dev", "v1"))
                .contains("LOWER_UP");
        assertThat(new NamespaceShell(there).run("ip", "-o", "address", "show", "dev", "v1"))
                .contains("192.0.2.2/24");
        assertThat(new NamespaceShell(here).run("ip", "-o", "address", "show", "dev", "v0"))
                .contains("192.0.2.1/24", "2001:db8::1/64")
                .doesNotContain("2001:db8::1/64 scope global tentative");
    }

    @Test
    void aBridgeTakesItsPorts(NamespaceLinks links, NamespaceShell shell) {
        links.vethPair("v0", "v1").bridge("br0", "v0", "v1");

        assertThat(shell.run("ip", "-o", "link", "show", "type", "bridge")).contains("br0", "UP");
        assertThat(shell.run("ip", "-o", "link", "show", "master", "br0")).contains("v0@", "v1@");
    }

    @Test
    void aDummyIsMadeWhereTheKernelHasIt(NamespaceLinks links, NamespaceShell shell) {
        boolean isKnown =
                shell.attempt("ip", "link", "add", "try0", "type", "dummy").succeeded();
        if (isKnown) {
            links.dummy("d0");
            assertThat(shell.run("ip", "-o", "link", "show", "dev", "d0")).contains(",UP");
            assertThatThrownBy(() -> links.dummy("d0"))
                    .isInstanceOf(AssertionError.class)
                    .hasMessageContaining("no dummy link d0");
        } else {
            assertThatThrownBy(() -> links.dummy("d0"))
                    .isInstanceOf(TestAbortedException.class)
                    .hasMessageContaining("the running kernel has no dummy links");
        }
    }

    @Test
    void whatIpRefusesIsAFailureWithItsWords(NamespaceLinks links) {
        links.bridge("br0");

        assertThatThrownBy(() -> links.bridge("br0"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("File exists");
        assertThatThrownBy(() -> links.up("nowhere"))
                .isInstanceOf(AssertionError.class)
                .hasMessageContaining("Cannot find device");
    }
}
