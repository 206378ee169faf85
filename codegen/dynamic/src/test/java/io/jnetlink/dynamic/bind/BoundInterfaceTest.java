package io.jnetlink.dynamic.bind;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.client.Dump;
import io.jnetlink.dynamic.Attribute;
import io.jnetlink.dynamic.DynamicFamily;
import io.jnetlink.dynamic.Fixtures;
import io.jnetlink.dynamic.Header;
import io.jnetlink.dynamic.Operation;
import io.jnetlink.dynamic.runtime.InterruptedDumpException;
import io.jnetlink.wire.HardwareAddress;
import io.jnetlink.wire.MessageFlags;
import java.lang.invoke.MethodHandles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;

/** What the methods of an interface ask, and what they make of the answers. */
class BoundInterfaceTest {

    private static final DynamicFamily FAMILY = Fixtures.family("workshop.yaml");

    private record Hidden(long id) {}

    record Tool(long id, OptionalLong u64, @Header("bench") int bench) {}

    record Wanted(long id, List<String> alias) {}

    interface ToolApi {
        Tool getTool(@Attribute("id") long id);

        @Operation("get-tool")
        Optional<Tool> find(long id, @Header("room") int room, Optional<String> name);

        List<Tool> getTool();

        @Operation("get-tool")
        Dump<Tool> dump(Wanted wanted);

        @Operation("get-tool")
        boolean each(Consumer<? super Tool> visitor);

        @Operation("get-tool")
        boolean each(Wanted wanted, Consumer<Tool> visitor);

        @Operation(value = "set-tool", flags = MessageFlags.CREATE | MessageFlags.EXCL)
        void create(Tool tool);

        void setTool(
                @Attribute("part") Tools.Part part,
                @Attribute("spare") List<Tools.Part> spare,
                @Header Tools.BenchHeader header);

        @Operation(value = "set-tool", flags = MessageFlags.ECHO)
        Optional<Tool> echo(long id);

        default long firstId() {
            return getTool().get(0).id();
        }
    }

    private static Map<String, Object> tool(long id) {
        return Map.of("bench", 5, "id", id);
    }

    private static ToolApi bind(WorkshopKernel kernel) {
        return FAMILY.bind(ToolApi.class, kernel.client(), MethodHandles.lookup());
    }

    @Test
    void asksForOneByItsFields() {
        try (WorkshopKernel kernel = new WorkshopKernel(FAMILY).with(tool(7))) {
            assertThat(bind(kernel).getTool(7)).isEqualTo(new Tool(7, OptionalLong.empty(), 5));
            assertThat(kernel.requests()).containsExactly("16/5");
            assertThat(kernel.lastRequest("get-tool")).containsEntry("id", 7L).containsEntry("room", 0L);
        }
    }

    @Test
    void fieldsMayBeHeaderMembersOrAbsent() {
        try (WorkshopKernel kernel = new WorkshopKernel(FAMILY)) {
            assertThat(bind(kernel).find(7, 3, Optional.empty())).isEmpty();
            assertThat(kernel.lastRequest("get-tool"))
                    .containsEntry("room", 3L)
                    .containsEntry("id", 7L)
                    .doesNotContainKey("name");
            bind(kernel).find(7, 3, Optional.of("saw"));
            assertThat(kernel.lastRequest("get-tool")).containsEntry("name", "saw");
        }
    }

    @Test
    void anAcknowledgementAloneIsNoAnswer() {
        try (WorkshopKernel kernel = new WorkshopKernel(FAMILY)) {
            assertThatThrownBy(() -> bind(kernel).getTool(7))
                    .isInstanceOf(NoSuchElementException.class)
                    .hasMessage("get-tool: the kernel acknowledged the request without an answer");
        }
    }

    @Test
    void listsAll() {
        try (WorkshopKernel kernel = new WorkshopKernel(FAMILY).with(tool(1)).with(tool(2))) {
            assertThat(bind(kernel).getTool()).extracting(Tool::id).containsExactly(1L, 2L);
            assertThat(kernel.requests()).containsExactly("16/301");
            assertThat(bind(kernel).firstId()).isEqualTo(1);
        }
    }

    @Test
    void aListIsAskedForAgainUntilItIsWhole() {
        try (WorkshopKernel kernel = new WorkshopKernel(FAMILY).with(tool(1)).interrupting(3)) {
            assertThat(bind(kernel).getTool()).hasSize(1);
            assertThat(kernel.requests()).hasSize(4);
        }
        try (WorkshopKernel kernel = new WorkshopKernel(FAMILY).with(tool(1)).interrupting(99)) {
            assertThatThrownBy(() -> bind(kernel).getTool())
                    .isInstanceOf(InterruptedDumpException.class)
                    .hasMessage("get-tool: the dump was interrupted by changes 4 times in a row");
        }
    }

    @Test
    void aDumpTellsThatItWasInterrupted() {
        try (WorkshopKernel kernel = new WorkshopKernel(FAMILY).with(tool(1)).interrupting(1)) {
            Dump<Tool> dump = bind(kernel).dump(new Wanted(9, List.of("a", "b")));

            assertThat(dump.interrupted()).isTrue();
            assertThat(dump.messages()).hasSize(1);
            assertThat(kernel.lastRequest("get-tool")).containsEntry("alias", List.of("a", "b"));
        }
    }

    @Test
    void handsOnEach() {
        try (WorkshopKernel kernel =
                new WorkshopKernel(FAMILY).with(tool(1)).with(tool(2)).interrupting(1)) {
            List<Long> seen = new ArrayList<>();

            assertThat(bind(kernel).each(t -> seen.add(t.id()))).isTrue();
            assertThat(bind(kernel).each(new Wanted(3, List.of()), t -> seen.add(t.id())))
                    .isFalse();
            assertThat(seen).containsExactly(1L, 2L, 1L, 2L);
            assertThat(kernel.lastRequest("get-tool")).containsEntry("id", 3L);
        }
    }

    @Test
    void sendsFlags() {
        try (WorkshopKernel kernel = new WorkshopKernel(FAMILY)) {
            bind(kernel).create(new Tool(1, OptionalLong.of(2), 3));

            assertThat(kernel.requests()).containsExactly("18/605");
            assertThat(kernel.lastRequest("set-tool"))
                    .containsEntry("bench", 3L)
                    .containsEntry("u64", 2L);
        }
    }

    @Test
    void sendsNestsListsAndHeadersAsParameters() {
        try (WorkshopKernel kernel = new WorkshopKernel(FAMILY)) {
            Tools.Part part = new Tools.Part(OptionalLong.of(4), null, null);
            bind(kernel)
                    .setTool(
                            part,
                            List.of(part, part),
                            new Tools.BenchHeader(
                                    1, 2, 3, Tools.State.IN_USE, "x", HardwareAddress.parse("02:00:00:00:00:01")));

            assertThat(kernel.lastRequest("set-tool"))
                    .containsEntry("part", Map.of("number", 4L))
                    .containsEntry("spare", List.of(Map.of("number", 4L), Map.of("number", 4L)))
                    .containsEntry("bench-header.state", "in-use")
                    .containsEntry("label", "x");
        }
    }

    @Test
    void anEchoIsAnAnswer() {
        try (WorkshopKernel kernel = new WorkshopKernel(FAMILY).with(tool(1))) {
            assertThat(bind(kernel).echo(1)).map(Tool::id).contains(1L);
            assertThat(kernel.requests()).containsExactly("18/d");
        }
    }

    @Test
    void implementationsAreSeparate() {
        try (WorkshopKernel one = new WorkshopKernel(FAMILY);
                WorkshopKernel other = new WorkshopKernel(FAMILY)) {
            ToolApi first = bind(one);
            ToolApi second = bind(other);
            first.getTool();

            assertThat(first).isNotSameAs(second);
            assertThat(one.requests()).hasSize(1);
            assertThat(other.requests()).isEmpty();
            assertThat(first.getClass().getPackageName()).isEqualTo(ToolApi.class.getPackageName());
        }
    }

    @Test
    void aPrivateRecordIsOutOfReach() {
        assertThatThrownBy(() -> FAMILY.codec(Hidden.class, "get-tool", MethodHandles.lookup()))
                .hasMessageContaining("Hidden: record Hidden is private");
    }
}
