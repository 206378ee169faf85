package io.jnetlink.cases;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.jnetlink.sys.Errno;
import io.jnetlink.testkit.FakeDatagram;
import io.jnetlink.testkit.FakeResponder;
import io.jnetlink.testkit.FakeSocket;
import io.jnetlink.wire.MessageFlags;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HexFormat;
import java.util.Map;

/** Plays the script of a case: what stands between two awaited requests is delivered when the first of them comes. */
final class ScriptedKernel implements FakeResponder {

    private static final Map<String, Integer> FLAGS =
            Map.of("REQUEST", MessageFlags.REQUEST, "DUMP", MessageFlags.DUMP, "ACK", MessageFlags.ACK);

    private final Deque<JsonNode> steps = new ArrayDeque<>();
    private boolean begun;

    ScriptedKernel(JsonNode script) {
        script.forEach(steps::add);
    }

    /** From here on requests are those of the script. */
    void begin() {
        begun = true;
    }

    /** Delivers everything to a socket from which nobody asks. */
    void playAll(FakeSocket socket) {
        while (!steps.isEmpty()) {
            play(socket, steps.remove(), 0);
        }
    }

    void checkUsedUp() {
        assertThat(steps).as("steps that were not come to").isEmpty();
    }

    @Override
    public void onRequest(FakeSocket socket, ByteBuffer request) {
        if (!begun) {
            socket.deliver(acknowledgement(request));
            return;
        }
        JsonNode awaited = steps.remove().get("await_send");
        assertThat(request.getShort(4)).isEqualTo((short) awaited.get("type").asInt());
        int flags = request.getShort(6);
        for (JsonNode flag : awaited.path("flags")) {
            int mask = FLAGS.get(flag.asText());
            assertThat(flags & mask).as(flag.asText()).isEqualTo(mask);
        }
        while (!steps.isEmpty() && !steps.peek().has("await_send")) {
            play(socket, steps.remove(), flags);
        }
    }

    private static void play(FakeSocket socket, JsonNode step, int requestFlags) {
        if (step.has("error")) {
            socket.deliverError(
                    Errno.named(step.get("error").asText()).orElseThrow().number());
        } else if (step.has("datagram")) {
            boolean wanted = !step.has("if_requested")
                    || (requestFlags & FLAGS.get(step.get("if_requested").asText())) != 0;
            if (wanted) {
                socket.deliver(datagram(step));
            }
        } else {
            // Silence is what a kernel keeps that delivers nothing.
            assertThat(step.has("silence_ms")).as("step %s", step).isTrue();
        }
    }

    private static FakeDatagram datagram(JsonNode step) {
        FakeDatagram datagram = FakeDatagram.of(
                        HexFormat.of().parseHex(step.get("datagram").asText()))
                .from(step.get("from_portid").asLong());
        return step.has("truncate_to")
                ? datagram.truncatedTo(step.get("truncate_to").asInt() - 1)
                : datagram;
    }

    private static byte[] acknowledgement(ByteBuffer request) {
        ByteBuffer ack = ByteBuffer.allocate(36).order(ByteOrder.nativeOrder());
        ack.putInt(36).putShort((short) 2).putShort((short) MessageFlags.CAPPED).putInt(request.getInt(8));
        return ack.array();
    }
}
