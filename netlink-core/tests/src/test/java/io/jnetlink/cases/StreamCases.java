package io.jnetlink.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jnetlink.client.KernelRejectedException;
import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.client.RequestTimeoutException;
import io.jnetlink.links.Link;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.socket.TruncatedDatagramException;
import io.jnetlink.testkit.FakeKernel;
import io.jnetlink.testkit.cases.CaseAssertions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;

/** Cases in which a kernel follows a script. */
final class StreamCases {

    private static final List<String> OPERATIONS = List.of("link.get", "link.list", "sequence");
    private static final Duration DEFAULT_TIMEOUT = Duration.ofSeconds(10);

    private final JsonNode operation;
    private final NetlinkClient client;
    /** One for each request: a name, a list of names, or the word for what went wrong. */
    private final List<Object> results = new ArrayList<>();

    private boolean interrupted;

    private StreamCases(JsonNode operation, NetlinkClient client) {
        this.operation = operation;
        this.client = client;
    }

    static void run(JsonNode test) {
        JsonNode operation = test.get("op");
        String name = operation.get("op").asText();
        if (name.equals("link.monitor")) {
            MonitorCases.run(test);
            return;
        } else if (!OPERATIONS.contains(name)) {
            CaseAssertions.skip("no operation " + name);
        }
        ScriptedKernel script = new ScriptedKernel(test.get("script"));
        FakeKernel kernel = FakeKernel.respondingBy(script)
                .withVirtualTime()
                .assigningPortIdsFrom(test.at("/client/portid").asLong());
        Duration timeout = operation.has("timeout_ms")
                ? Duration.ofMillis(operation.get("timeout_ms").asLong())
                : DEFAULT_TIMEOUT;
        NetlinkConfig config = NetlinkConfig.builder(SocketOptions.route())
                .syscalls(kernel)
                .timeout(timeout)
                .build();
        try (NetlinkClient client = NetlinkClient.open(config)) {
            // Each earlier request is acknowledged at once, so that the first of the script has the number it expects.
            for (int i = 1; i < test.at("/client/first_seq").asInt(); i++) {
                client.acknowledge(LinkFamily.get("warm-up"));
            }
            script.begin();
            StreamCases run = new StreamCases(operation, client);
            run.perform();
            run.compare(test.get("expected"));
        }
        script.checkUsedUp();
    }

    private void perform() {
        switch (operation.get("op").asText()) {
            case "link.list" -> {
                if (operation.has("sequence")) {
                    giveUpAfterTheFirst();
                }
                results.add(list());
            }
            case "link.get" -> {
                results.add(get(operation));
                if (operation.has("then")) {
                    results.add(get(operation.get("then")));
                }
            }
            default ->
                operation
                        .get("ops")
                        .forEach(op -> results.add(op.get("op").asText().equals("link.list") ? list() : get(op)));
        }
    }

    private Object get(JsonNode op) {
        return attempt(() -> client.get(LinkFamily.get(op.get("name").asText()))
                .map(StreamCases::name)
                .orElseThrow());
    }

    private Object list() {
        return attempt(() -> {
            var dump = client.dump(LinkFamily.list());
            interrupted = dump.interrupted();
            return dump.messages().stream().map(StreamCases::name).toList();
        });
    }

    private void giveUpAfterTheFirst() {
        try {
            client.dump(LinkFamily.list(), first -> {
                throw new NoSuchElementException("enough");
            });
        } catch (NoSuchElementException e) {
            assertThat(e).hasMessage("enough");
        }
    }

    private static Object attempt(java.util.function.Supplier<Object> action) {
        try {
            return action.get();
        } catch (RequestTimeoutException e) {
            return "timeout";
        } catch (TruncatedDatagramException e) {
            return "truncated";
        } catch (KernelRejectedException e) {
            return e.errno().name();
        }
    }

    private void compare(JsonNode expected) {
        for (Map.Entry<String, JsonNode> field : expected.properties()) {
            JsonNode value = field.getValue();
            switch (field.getKey()) {
                case "interrupted" -> assertThat(interrupted).isEqualTo(value.asBoolean());
                case "names", "second_result" -> assertThat(results.get(0)).isEqualTo(value(value));
                case "name", "first" -> assertThat(results.get(0)).isEqualTo(value.asText());
                case "second" -> assertThat(results.get(1)).isEqualTo(value.asText());
                case "results" -> assertThat((Object) results).isEqualTo(value(value));
                case "error" -> {
                    if (!value.isNull()) {
                        assertThat(results.get(0)).isEqualTo(value.asText());
                    }
                }
                default -> CaseAssertions.skip("no check for \"" + field.getKey() + "\"");
            }
        }
    }

    private static Object value(JsonNode node) {
        if (!node.isArray()) {
            return node.asText();
        }
        List<Object> values = new ArrayList<>();
        node.forEach(n -> values.add(value(n)));
        return values;
    }

    private static String name(Link link) {
        return link.attributes().name();
    }
}
