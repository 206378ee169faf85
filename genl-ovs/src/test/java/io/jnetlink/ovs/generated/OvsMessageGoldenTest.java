package io.jnetlink.ovs.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jnetlink.message.AttributeReader;
import io.jnetlink.message.MessageBody;
import io.jnetlink.ovs.flow.ActionAttrs;
import io.jnetlink.property.generated.GeneratedField;
import io.jnetlink.property.generated.GeneratedSet;
import io.jnetlink.property.generated.Rebuilding;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import io.jnetlink.wire.RawAttribute;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What Open vSwitch sends to kernels and what these answer is known, kept byte for byte, and built by setters. */
class OvsMessageGoldenTest {

    /** Open vSwitch's own action for balancing, which kernels refuse. */
    private static final RawAttribute LB_OUTPUT = new RawAttribute(26, new byte[] {1, 0, 0, 0});

    private final Map<Class<?>, List<GeneratedField>> fields = new HashMap<>();
    private final Map<String, Integer> counts = new TreeMap<>();
    private final List<String> faults = new ArrayList<>();
    private final List<String> malformed = new ArrayList<>();
    private final List<String> unknown = new ArrayList<>();

    @BeforeEach
    void recordingsAreThere() {
        assumeTrue(Files.isDirectory(GoldenOvsMessages.folder()), "no recordings");
        assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN, "the recordings are little-endian");
    }

    @Test
    void messagesAreKnownAndEncodeToTheSameBytes() throws IOException {
        GoldenOvsMessages.forEach(message -> {
            MessageBody body = decode(message);
            if (body == null) {
                return;
            }
            MessageWriter out = MessageWriter.onHeap();
            body.writeTo(out);
            if (!Arrays.equals(out.buffer().bytes(0, out.length()), padded(message.body()))) {
                faults.add(message.toString());
            }
            collectUnknown(message.origin() + " " + message.family(), OvsFamilies.attributes(body));
        });

        System.out.println("recorded messages: " + counts);
        assertThat(counts.keySet()).hasSize(2 * OvsFamilies.names().size());
        assertThat(faults).isEmpty();
        assertThat(unknown).hasSize(1).allMatch(u -> u.endsWith("ovs_flow.actions: " + LB_OUTPUT));
        assertThatOnlyOldDropsAreMalformed();
    }

    @Test
    void settersRebuildRequestsByteForByte() throws IOException {
        Rebuilding rebuilding = new Rebuilding(Set.of());
        GoldenOvsMessages.forEach(message -> {
            MessageBody body = message.isRequest() ? decode(message) : null;
            if (body != null) {
                AttributeReader original = OvsFamilies.attributes(body);
                int before = rebuilding.notSet().size();
                byte[] bytes = rebuilding.rebuild(original).toByteArray();
                boolean isComplete = rebuilding.notSet().size() == before;
                if (isComplete && !Arrays.equals(bytes, padded(original.toByteArray()))) {
                    faults.add(message + "\n" + HexFormat.of().formatHex(bytes));
                }
            }
        });

        System.out.println("rebuilt requests: " + counts + ", not complete: " + rebuilding.notSet());
        assertThat(counts.keySet()).hasSize(OvsFamilies.names().size());
        assertThat(faults).isEmpty();
        assertThat(rebuilding.notSet()).allMatch(OvsMessageGoldenTest::cannotBeSet);
        assertThatOnlyOldDropsAreMalformed();
    }

    /** Filler, attributes given twice, names that are too long, and actions that no kernel has ever had. */
    private static boolean cannotBeSet(String what) {
        return what.equals("tunnel-key-attrs.pad has no getter")
                || what.endsWith(" stands twice")
                || what.matches("(datapath|vport)-attrs\\.name=.{16,}")
                || what.equals("action-attrs has no name for " + LB_OUTPUT);
    }

    /** Open vSwitch 3.1 has an action of its own, a number, where kernels from 6.11 on have the nest of psample. */
    private void assertThatOnlyOldDropsAreMalformed() {
        assertThat(malformed)
                .isNotEmpty()
                .allMatch(m -> m.contains("actions.psample") && m.contains("ovs_flow request"));
    }

    private @Nullable MessageBody decode(GoldenOvsMessages.Message message) {
        counts.merge(message.family() + (message.isRequest() ? " sent" : " answered"), 1, Integer::sum);
        NetlinkBuffer buffer = NetlinkBuffer.wrap(message.body(), ByteOrder.LITTLE_ENDIAN);
        try {
            return OvsFamilies.decoder(message.family()).decode(buffer, 0, message.body().length);
        } catch (MalformedMessageException e) {
            malformed.add(e.getMessage() + " " + message);
            return null;
        }
    }

    /** The kernel leaves out the padding of a last attribute, where user space has said that it does not need it. */
    private static byte[] padded(byte[] bytes) {
        return Arrays.copyOf(bytes, bytes.length + 3 & ~3);
    }

    private void collectUnknown(String place, AttributeReader reader) {
        for (RawAttribute attribute : reader.unknown()) {
            unknown.add(place + ": " + attribute);
        }
        if (reader instanceof ActionAttrs actions
                && reader.length() > 0
                && actions.inOrder().size() > 1) {
            actions.inOrder().forEach(action -> collectUnknown(place, action));
            return;
        }
        for (GeneratedField field : fields.computeIfAbsent(reader.getClass(), c -> GeneratedSet.fields(c, Set.of()))) {
            if (field.isPresent(reader)) {
                collectInside(place + "." + field.name(), field.get(reader));
            }
        }
    }

    private void collectInside(String place, Object answer) {
        if (answer instanceof AttributeReader inner) {
            collectUnknown(place, inner);
        } else if (answer instanceof List<?> list) {
            list.forEach(e -> collectInside(place, e));
        }
    }
}
