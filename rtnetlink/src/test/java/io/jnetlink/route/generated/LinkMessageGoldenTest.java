package io.jnetlink.route.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jnetlink.message.AttributeReader;
import io.jnetlink.message.MessageBody;
import io.jnetlink.property.generated.GeneratedField;
import io.jnetlink.property.generated.GeneratedSet;
import io.jnetlink.property.generated.Rebuilding;
import io.jnetlink.route.link.BridgeLinkMessage;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import io.jnetlink.wire.RawAttribute;
import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Recorded link messages are known in all parts and encode to the same bytes. */
class LinkMessageGoldenTest {

    private static final int AF_BRIDGE = 7;
    /** Later versions put a NUL behind the kind, which the kernel takes as well. */
    private static final String SENDER = "iproute2 6.";

    private static final Set<String> SELECTORS = Set.of("veth");

    @BeforeEach
    void recordingsAreThere() {
        assumeTrue(Files.isDirectory(GoldenLinkMessages.folder()), "no recordings");
        assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN, "the recordings are little-endian");
    }

    @Test
    void dumpedLinksAreKnownAndEncodeToTheSameBytes() throws IOException {
        check(GoldenLinkMessages.replies());
    }

    @Test
    void requestsAndRepliesOfCommandsAreKnownAndEncodeToTheSameBytes() throws IOException {
        check(GoldenLinkMessages.conversations());
    }

    @Test
    void settersRebuildWhatIproute2SendsByteForByte() throws IOException {
        List<String> differences = new ArrayList<>();
        List<String> refused = new ArrayList<>();
        int rebuilt = 0;
        for (GoldenLinkMessages.Message message : GoldenLinkMessages.conversations()) {
            if (message.sender().startsWith(SENDER)) {
                AttributeReader original = attributes(decode(message));
                Rebuilding rebuilding = new Rebuilding(SELECTORS);
                byte[] bytes = rebuilding.rebuild(original).toByteArray();
                rebuilt++;
                if (!rebuilding.notSet().isEmpty()) {
                    refused.add(message.origin() + " " + rebuilding.notSet());
                } else if (!Arrays.equals(bytes, original.toByteArray())) {
                    differences.add(message + "\n" + HexFormat.of().formatHex(bytes));
                }
            }
        }
        System.out.printf("%d recorded requests rebuilt, %d refused%n", rebuilt, refused.size());
        assertThat(rebuilt).isPositive();
        assertThat(differences).isEmpty();
        // Recorded to see the kernel refuse them; the builder does so earlier.
        assertThat(refused).allMatch(r -> r.startsWith("vxlan-reject-user"));
    }

    private static MessageBody decode(GoldenLinkMessages.Message message) {
        NetlinkBuffer buffer = NetlinkBuffer.wrap(message.body());
        return message.family() == AF_BRIDGE
                ? BridgeLinkMessage.decode(buffer, 0, message.body().length)
                : LinkMessage.decode(buffer, 0, message.body().length);
    }

    private static AttributeReader attributes(MessageBody body) {
        return body instanceof BridgeLinkMessage bridge ? bridge.attributes() : ((LinkMessage) body).attributes();
    }

    private static void check(List<GoldenLinkMessages.Message> messages) {
        List<String> unknown = new ArrayList<>();
        for (GoldenLinkMessages.Message message : messages) {
            MessageBody body = decode(message);
            MessageWriter out = MessageWriter.onHeap();
            body.writeTo(out);
            assertThat(out.buffer().bytes(0, out.length()))
                    .as(message.toString())
                    .isEqualTo(message.body());
            collectUnknown(message.origin(), attributes(body), unknown);
        }
        System.out.printf("%d recorded link messages%n", messages.size());
        assertThat(messages).isNotEmpty();
        assertThat(unknown).isEmpty();
    }

    private static void collectUnknown(String place, AttributeReader reader, List<String> unknown) {
        for (RawAttribute attribute : reader.unknown()) {
            unknown.add(place + ": " + attribute);
        }
        for (GeneratedField field : GeneratedSet.fields(reader.getClass(), SELECTORS)) {
            if (field.isPresent(reader)) {
                collectInside(place + "." + field.name(), field.get(reader), unknown);
            }
        }
    }

    private static void collectInside(String place, Object answer, List<String> unknown) {
        if (answer instanceof AttributeReader inner) {
            collectUnknown(place, inner, unknown);
        } else if (answer instanceof List<?> list) {
            list.forEach(e -> collectInside(place, e, unknown));
        }
    }
}
