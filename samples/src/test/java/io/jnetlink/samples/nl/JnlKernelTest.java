package io.jnetlink.samples.nl;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jnetlink.testkit.InNetworkNamespace;
import io.jnetlink.testkit.NamespaceShell;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** {@code jnl} and the running kernel, in a namespace that each test gets. */
@InNetworkNamespace
class JnlKernelTest {

    private final ObjectMapper json = new ObjectMapper();

    private static JnlRun links(String... arguments) {
        String[] all = new String[arguments.length + 2];
        all[0] = "--spec";
        all[1] = JnlRun.rtLink();
        System.arraycopy(arguments, 0, all, 2, arguments.length);
        return JnlRun.of(all);
    }

    private static String upstream(String file) {
        Path spec = JnlRun.project().resolve("../shared/ynl-specs").resolve(file);
        assumeTrue(Files.exists(spec), "the kernel's specs are not there");
        return spec.toString();
    }

    @Test
    void readsOneLink() throws IOException {
        JnlRun run = links("--do", "getlink", "--json", "{\"ifname\": \"lo\"}", "--output-json");
        JsonNode link = json.readTree(run.out());

        assertThat(run.status()).isZero();
        assertThat(link.path("ifname").asText()).isEqualTo("lo");
        assertThat(link.path("ifi-flags").get(0).asText()).isEqualTo("loopback");
        assertThat(link.path("mtu").asInt()).isEqualTo(65_536);
    }

    @Test
    void printsForPeopleToo() {
        assertThat(links("--dump", "getlink").lines())
                .contains("- ifi-family: 0", "  ifname: lo", "  stats64:", "    rx-packets: 0");
    }

    @Test
    void makesAndDeletesAVxlanLink() throws IOException {
        String request =
                "{\"ifname\": \"vx0\", \"linkinfo\": {\"kind\": \"vxlan\", \"data\": {\"id\": 7, \"port\": 4789}}}";

        assertThat(links("--do", "newlink", "--create", "--excl", "--json", request))
                .isEqualTo(new JnlRun(0, "", ""));
        assertThat(links("--do", "newlink", "--create", "--excl", "--json", request, "--output-json"))
                .satisfies(r -> assertThat(r.status()).isEqualTo(2))
                .satisfies(r -> assertThat(r.err()).startsWith("jnl: newlink: EEXIST (File exists)"));
        JsonNode listed =
                json.readTree(links("--dump", "getlink", "--output-json").out());
        assertThat(listed).hasSize(2);
        assertThat(listed.get(1).path("linkinfo").path("data").path("id").asInt())
                .isEqualTo(7);
        assertThat(links("--do", "dellink", "--json", "{\"ifname\": \"vx0\"}", "--output-json")
                        .out())
                .isEqualTo("null\n");
    }

    @Test
    void whatTheKernelRefusesHasAStatusOfItsOwn() {
        assertThat(links("--do", "getlink", "--json", "{\"ifname\": \"none\"}"))
                .isEqualTo(new JnlRun(
                        2,
                        "",
                        "jnl: getlink: ENODEV (No such device); likely: there is no link of this name or index in this"
                                + " network namespace\n"));
    }

    @Test
    void printsNotifications(NamespaceShell shell) throws Exception {
        AtomicBoolean heard = new AtomicBoolean();
        // Again and again, as nobody tells when the group was joined.
        CompletableFuture<Void> changes = CompletableFuture.runAsync(() -> {
            for (int i = 0; !heard.get(); i++) {
                shell.run("ip", "link", "set", "lo", i % 2 == 0 ? "up" : "down");
            }
        });
        JnlRun run = links("--subscribe", "rtnlgrp-link", "--duration", "1", "--output-json");
        heard.set(true);
        changes.get();

        assertThat(run.status()).isZero();
        assertThat(run.lines()).isNotEmpty();
        JsonNode first = json.readTree(run.lines().get(0));
        assertThat(first.path("name").asText()).isEqualTo("newlink-ntf");
        assertThat(first.path("msg").path("ifname").asText()).isEqualTo("lo");
    }

    @Test
    void groupsMustBeKnown() {
        assertThat(links("--subscribe", "nosuch", "--duration", "1").err())
                .startsWith("jnl: family rt-link has no group nosuch; it has [");
    }

    @Test
    void genericFamiliesAnswer() throws IOException {
        JnlRun run = JnlRun.of(
                "--spec",
                upstream("ethtool.yaml"),
                "--do",
                "features-get",
                "--json",
                "{\"header\": {\"dev-name\": \"lo\"}}",
                "--output-json");

        assertThat(json.readTree(run.out()).path("header").path("dev-index").asInt())
                .isEqualTo(1);
    }

    @Test
    void policiesAreTold() {
        JnlRun run = JnlRun.of("--spec", upstream("ethtool.yaml"), "--policy", "--do", "features-get");

        assertThat(run.lines().get(0)).isEqualTo("features-get:");
        assertThat(run.out()).contains("  do:", "    header:", "      dev-name: nul-string, at most 127 bytes");
    }
}
