package io.jnetlink.vxlan.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import io.jnetlink.client.KernelRejectedException;
import io.jnetlink.client.NotFoundException;
import io.jnetlink.client.Request;
import io.jnetlink.route.LinkSettings;
import io.jnetlink.route.Links;
import io.jnetlink.route.RtNetlink;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.route.link.LinkinfoAttrs;
import io.jnetlink.route.link.RtLink;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.testkit.InNetworkNamespace;
import io.jnetlink.testkit.NamespaceShell;
import io.jnetlink.testkit.cases.CaseAssertions;
import io.jnetlink.testkit.cases.CaseFile;
import io.jnetlink.testkit.cases.FieldCase;
import io.jnetlink.vxlan.VxlanLinks;
import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.MessageFlags;
import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Runs the cases about links that ask the running kernel, each in a namespace of its own. */
@InNetworkNamespace
class LinkCasesKernelTest {

    static final String KIND = "exec";

    static Stream<FieldCase> cases() throws IOException {
        return CaseFile.read(LinkCasesTest.FILES).filter(c -> c.kind().equals(KIND));
    }

    @ParameterizedTest(name = "{0}", allowZeroInvocations = true)
    @MethodSource("cases")
    void casesWithKernel(FieldCase test, NetworkNamespace namespace, NamespaceShell shell) {
        if (test.json().path("needs").toString().contains("unprivileged")) {
            CaseAssertions.skip("needs a process without privileges");
        }
        test.json().path("setup").forEach(command -> shell.script(command.asText()));
        JsonNode expected = test.json().get("expected");
        try (RtNetlink route = RtNetlink.open(namespace)) {
            Run run = new Run(route, test.json().get("op"));
            // Of several outcomes that are allowed ours is the refusal.
            if (expected.has("error") || expected.has("one_of")) {
                run.isRefusedByUs(expected);
            } else if (expected.path("errno").isTextual()) {
                run.isRefusedByTheKernel(expected);
            } else {
                run.succeeds(expected);
            }
        }
        for (JsonNode check : test.json().path("after")) {
            checkOutput(check, shell.script(check.get("cmd").asText()));
        }
    }

    private static void checkOutput(JsonNode check, String output) {
        check.path("stdout_contains").forEach(text -> assertThat(output).contains(text.asText()));
        check.path("stdout_lacks").forEach(text -> assertThat(output).doesNotContain(text.asText()));
        if (check.path("stdout_empty").asBoolean()) {
            assertThat(output).isEmpty();
        }
    }

    private record Run(RtNetlink route, JsonNode operation) {

        void isRefusedByUs(JsonNode expected) {
            assertThatThrownBy(this::perform).isInstanceOf(InvalidFieldException.class);
            if (expected.has("sent")) {
                assertThat(route.client().counters().datagramsSent()).isZero();
            }
        }

        /** If we refuse it too, the kernel is asked by bare attributes: our rules must be its own. */
        void isRefusedByTheKernel(JsonNode expected) {
            KernelRejectedException refusal;
            try {
                refusal = catchThrowableOfType(KernelRejectedException.class, this::perform);
            } catch (AssertionError notByTheKernel) {
                refusal = catchThrowableOfType(KernelRejectedException.class, this::performUnchecked);
            }
            assertThat(refusal).as("refusal by the kernel").isNotNull();
            CaseAssertions.refusal(expected, refusal, "exception");
            if (expected.path("exception").asText().equals("not found")) {
                assertThat(refusal).isInstanceOf(NotFoundException.class);
            }
        }

        void succeeds(JsonNode expected) {
            perform();
            if (expected.has("mtu")) {
                assertThat(link().attributes().mtu())
                        .isEqualTo(expected.get("mtu").asLong());
            }
            if (expected.has("index")) {
                assertThat(link().header().ifiIndex())
                        .isEqualTo(expected.get("index").asInt());
            }
            if (expected.has("index_of")) {
                assertThat(link().header().ifiIndex())
                        .isEqualTo(route.links().index(expected.get("index_of").asText()));
            }
            if (expected.has("alias_after")) {
                assertThat(link().attributes().hasIfalias())
                        .isEqualTo(!expected.get("alias_after").isNull());
            }
        }

        private LinkMessage link() {
            return route.links().get(name());
        }

        private String name() {
            return operation.get("name").asText();
        }

        private void perform() {
            Links links = route.links();
            switch (operation.get("op").asText()) {
                case "link.add" -> add();
                case "link.change" -> change();
                case "link.get" -> links.get(name());
                case "link.del" -> delete();
                case "link.set_up" -> links.up(name());
                case "link.set_mtu", "link.set_alias", "link.set_netns_fd", "link.set_netns_pid" ->
                    links.change(RequestData.change(operation, links.index(name())));
                default ->
                    CaseAssertions.skip("no operation " + operation.get("op").asText());
            }
        }

        private void delete() {
            if (operation.has("index")) {
                route.links().delete(operation.get("index").asInt());
            } else {
                route.links().delete(name());
            }
        }

        private void add() {
            JsonNode data = operation.path("data");
            if (operation.has("index")) {
                LinkMessage message =
                        RequestData.create(name(), operation.get("index").asInt(), info());
                route.client()
                        .acknowledge(
                                Request.of(RtLink.NEWLINK, message).withFlags(MessageFlags.CREATE | MessageFlags.EXCL));
            } else if (kind().equals("vxlan")) {
                new VxlanLinks(route).add(RequestData.config(name(), data));
            } else {
                performUnchecked();
            }
        }

        private void performUnchecked() {
            route.links().add(LinkSettings.builder(name()).build(), info());
        }

        private void change() {
            route.links()
                    .change(LinkMessage.builder()
                            .attributes(a -> a.ifname(name()).linkinfo(info()))
                            .build());
        }

        private LinkinfoAttrs info() {
            return RequestData.info(kind(), operation.path("data"), route.links()::index);
        }

        private String kind() {
            return operation.get("type").asText();
        }
    }
}
