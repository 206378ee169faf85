package io.jnetlink.samples.nl.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.jnetlink.client.Request;
import io.jnetlink.dynamic.DynamicFamily;
import io.jnetlink.samples.nl.JnlRun;
import io.jnetlink.spec.ir.Operation;
import io.jnetlink.wire.InvalidFieldException;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.MessageReader;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.io.IOException;
import java.io.StringWriter;
import java.lang.reflect.InvocationTargetException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Stream;
import javax.tools.JavaCompiler;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What {@code --as-java} prints of iproute2's recorded requests compiles, and builds the same requests. */
class PrintedJavaGoldenTest {

    private static final int FIRST_LINK_TYPE = 16;
    private static final int LAST_LINK_TYPE = 19;
    private static final int AF_BRIDGE = 7;
    private static final int MOST = 400;

    private final ObjectMapper json = new ObjectMapper();

    @Test
    void printedJavaBuildsTheSameRequests(@TempDir Path folder) throws Exception {
        Path golden = JnlRun.project().resolve("../shared/golden");
        assumeTrue(Files.isDirectory(golden), "no recordings");
        assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN, "the recordings are little-endian");
        DynamicFamily family = DynamicFamily.load(Path.of(JnlRun.rtLink()));
        Map<String, byte[]> requests = new LinkedHashMap<>();
        for (byte[] message : messages(golden)) {
            if (requests.size() < MOST) {
                print(family, message).ifPresent(code -> requests.putIfAbsent(code, message));
            }
        }
        assertThat(requests).hasSizeGreaterThan(50);
        Class<?> compiled = compile(folder, List.copyOf(requests.keySet()));
        int number = 0;
        int refused = 0;
        for (byte[] message : requests.values()) {
            try {
                Request<?, ?> request =
                        (Request<?, ?>) compiled.getMethod("request" + number++).invoke(null);
                check(family, message, request);
            } catch (InvocationTargetException e) {
                // Recorded to see the kernel refuse them; builders do so earlier.
                assertThat(e.getCause()).isInstanceOf(InvalidFieldException.class);
                refused++;
            }
        }
        assertThat(refused).isLessThan(number / 4);
    }

    private static Optional<String> print(DynamicFamily family, byte[] message) {
        MessageReader reader = new MessageReader().wrap(NetlinkBuffer.wrap(message), 0, message.length);
        reader.next();
        return new ReadingFinder(List.of(family), Map.of())
                .find(reader, OptionalInt.of(0))
                .map(Reading::operation)
                .map(operation -> new JavaCode(family.model())
                        .request(operation, fields(family, operation, reader), reader.flags()));
    }

    private static Map<String, Object> fields(DynamicFamily family, Operation operation, MessageReader reader) {
        return family.decode(operation.name(), reader.buffer(), reader.bodyOffset(), reader.bodyLength());
    }

    private static void check(DynamicFamily family, byte[] message, Request<?, ?> request) {
        MessageReader reader = new MessageReader().wrap(NetlinkBuffer.wrap(message), 0, message.length);
        reader.next();
        MessageWriter out = MessageWriter.onHeap();
        request.body().writeTo(out);
        String operation = request.operation().name();

        assertThat(request.operation().schema().request()).isEqualTo(reader.type());
        assertThat(family.decode(operation, out.toByteArray()))
                .as(HexFormat.of().formatHex(message))
                .isEqualTo(family.decode(operation, reader.buffer(), reader.bodyOffset(), reader.bodyLength()));
    }

    private static Class<?> compile(Path folder, List<String> expressions) throws Exception {
        StringBuilder source = new StringBuilder("import io.jnetlink.client.Request;\nimport io.jnetlink.message.*;\n"
                + "import io.jnetlink.route.link.*;\nimport io.jnetlink.wire.*;\nimport java.util.*;\n"
                + "public class Printed {\n");
        for (int i = 0; i < expressions.size(); i++) {
            source.append("public static Request<?, ?> request").append(i).append("() { return ");
            source.append(expressions.get(i)).append("; }\n");
        }
        Path file = Files.writeString(folder.resolve("Printed.java"), source.append("}\n"));
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        StringWriter problems = new StringWriter();
        boolean compiled = compiler.getTask(
                        problems,
                        null,
                        null,
                        List.of("-proc:none", "-d", folder.toString(), "-cp", System.getProperty("java.class.path")),
                        null,
                        compiler.getStandardFileManager(null, null, null).getJavaFileObjects(file))
                .call();
        assertThat(compiled).as(problems.toString()).isTrue();
        URL[] classes = {folder.toUri().toURL()};
        try (URLClassLoader loader = new URLClassLoader(classes, PrintedJavaGoldenTest.class.getClassLoader())) {
            return loader.loadClass("Printed");
        }
    }

    private List<byte[]> messages(Path golden) throws IOException {
        List<byte[]> messages = new ArrayList<>();
        try (Stream<Path> files = Files.list(golden)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".jsonl")).sorted().toList()) {
                for (String line : Files.readAllLines(file)) {
                    for (JsonNode request : json.readTree(line).path("requests")) {
                        if (request.path("protocol").asText().equals("NETLINK_ROUTE")) {
                            add(
                                    messages,
                                    HexFormat.of().parseHex(request.path("hex").asText()));
                        }
                    }
                }
            }
        }
        return messages;
    }

    private static void add(List<byte[]> messages, byte[] datagram) {
        MessageReader reader = new MessageReader().wrap(NetlinkBuffer.wrap(datagram), 0, datagram.length);
        while (reader.next()) {
            boolean link = reader.type() >= FIRST_LINK_TYPE && reader.type() <= LAST_LINK_TYPE;
            if (link
                    && reader.length() >= 2 * MessageHeader.SIZE
                    && reader.buffer().u8(reader.bodyOffset()) != AF_BRIDGE) {
                messages.add(reader.buffer().bytes(reader.offset(), reader.length()));
            }
        }
    }
}
