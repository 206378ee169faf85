package io.jnetlink.ovs.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import io.jnetlink.ovs.flow.ActionAttrs;
import io.jnetlink.ovs.flow.KeyAttrs;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.HexFormat;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What holds for any flow and any text. */
class FlowTextProperties {

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void verboseTextOfAMatchIsReadBackToTheSameBytes(@ForAll("matches") KeyArbitraries.Match match) {
        KeyAttrs key = keys(match.key());
        KeyAttrs mask = keys(match.mask());

        FlowMatch read = FlowText.verbose().parseMatch(FlowText.verbose().match(key, mask));

        assertThat(hex(read.key().toByteArray())).isEqualTo(hex(match.key()));
        assertThat(hex(read.mask().toByteArray())).isEqualTo(hex(match.mask()));
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void briefTextOfAMatchIsReadBackToTheSameText(@ForAll("matches") KeyArbitraries.Match match) {
        String text = FlowText.brief().match(keys(match.key()), keys(match.mask()));
        FlowMatch read = FlowText.brief().parseMatch(text);
        String again = FlowText.brief().match(read.key(), read.mask());
        FlowMatch readAgain = FlowText.brief().parseMatch(again);

        assertThat(FlowText.brief().match(readAgain.key(), readAgain.mask())).isEqualTo(again);
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void textOfActionsIsReadBackToTheSameBytes(@ForAll("actions") byte[] bytes) {
        ActionAttrs actions = ActionAttrs.decode(NetlinkBuffer.wrap(bytes), 0, bytes.length);

        String text = FlowText.brief().actions(actions);

        assertThat(hex(FlowText.brief().parseActions(text).toByteArray()))
                .as(text)
                .isEqualTo(hex(bytes));
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void anyTextIsAFlowOrASyntaxError(@ForAll("texts") String text) {
        assertThatCode(() -> {
                    tolerate(() -> FlowText.brief().parseMatch(text));
                    tolerate(() -> FlowText.brief().parseActions(text));
                    tolerate(() -> FlowText.brief().parseLine(text));
                    tolerate(() -> Ufid.parse(text));
                })
                .doesNotThrowAnyException();
    }

    @Property(tries = 400, edgeCases = EdgeCasesMode.NONE)
    void anyBytesThatAreAttributesHaveAText(@ForAll("payloads") byte[] payload, @ForAll("types") int type) {
        MessageBytes bytes = new MessageBytes(type, payload);

        assertThatCode(() -> {
                    StringBuilder out = new StringBuilder();
                    MatchText.format(out, bytes.attribute(), bytes.attribute(), context());
                    MatchText.format(out, bytes.attribute(), null, context());
                    ActionsText.format(out, bytes.attribute(), context());
                })
                .doesNotThrowAnyException();
    }

    /** An attribute of any number with any content. */
    private record MessageBytes(int type, byte[] payload) {
        byte[] attribute() {
            MessageWriter out = MessageWriter.onHeap();
            out.putBytes(type, payload);
            return out.toByteArray();
        }
    }

    private static TextContext context() {
        return new TextContext(PortNames.none(), PortNames.none(), true, 0);
    }

    private static void tolerate(Runnable parse) {
        try {
            parse.run();
        } catch (FlowSyntaxException e) {
            assertThat(e.column()).isBetween(1, e.text().length() + 1);
            assertThat(e.getMessage()).contains("expected " + e.expected());
        }
    }

    private static KeyAttrs keys(byte[] bytes) {
        return KeyAttrs.decode(NetlinkBuffer.wrap(bytes), 0, bytes.length);
    }

    private static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(bytes);
    }

    @Provide
    Arbitrary<KeyArbitraries.Match> matches() {
        return KeyArbitraries.matches();
    }

    @Provide
    Arbitrary<byte[]> actions() {
        return ActionArbitraries.lists();
    }

    @Provide
    Arbitrary<Integer> types() {
        return Arbitraries.integers().between(0, 40);
    }

    /** Random, and random attributes inside. */
    @Provide
    Arbitrary<byte[]> payloads() {
        Arbitrary<byte[]> random = Arbitraries.integers().between(0, 60).flatMap(KeyArbitraries::bytes);
        Arbitrary<byte[]> nested =
                Combinators.combine(types(), random).as((t, b) -> new MessageBytes(t, b).attribute());
        Arbitrary<byte[]> deeper =
                Combinators.combine(types(), nested).as((t, b) -> new MessageBytes(t, b).attribute());
        return Arbitraries.oneOf(random, nested, deeper);
    }

    /** Valid texts with some characters changed, and random pieces of the language. */
    @Provide
    Arbitrary<String> texts() {
        Arbitrary<String> valid = Arbitraries.of(FlowTextSamples.ALL);
        Arbitrary<String> damaged = Combinators.combine(
                        valid,
                        Arbitraries.integers().between(0, 300),
                        Arbitraries.integers().between(0, 4),
                        Arbitraries.of(
                                "",
                                "(",
                                ")",
                                ",",
                                "/",
                                "=",
                                "0",
                                "x",
                                "-",
                                "+",
                                " ",
                                "{",
                                "}",
                                "\n",
                                "é",
                                "99999999999"))
                .as(FlowTextProperties::damaged);
        Arbitrary<String> pieces =
                Arbitraries.of(FlowTextSamples.PIECES).list().ofMaxSize(12).map(list -> String.join("", list));
        return Arbitraries.oneOf(damaged, pieces, Arbitraries.strings().ofMaxLength(40));
    }

    private static String damaged(String text, int place, int removed, String inserted) {
        int from = Math.min(place, text.length());
        int to = Math.min(text.length(), from + removed);
        return text.substring(0, from) + inserted + text.substring(to);
    }
}
