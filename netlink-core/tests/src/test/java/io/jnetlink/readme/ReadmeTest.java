package io.jnetlink.readme;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jnetlink.client.Dump;
import io.jnetlink.client.DumpPolicy;
import io.jnetlink.client.KernelRejectedException;
import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.client.NotFoundException;
import io.jnetlink.client.PermissionDeniedException;
import io.jnetlink.client.Request;
import io.jnetlink.links.Link;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.links.LinkView;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.sys.Errno;
import io.jnetlink.testkit.FakeKernel;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the README shows compiles, and what it names exists. */
class ReadmeTest {

    private static final Path PROJECT = Path.of(System.getProperty("jnetlink.project", "../.."));
    private static final Path README = PROJECT.resolve("netlink-core/README.md");
    private static final Path SELF =
            PROJECT.resolve("netlink-core/tests/src/test/java/io/jnetlink/readme/ReadmeTest.java");

    private static final Pattern SNIPPET = Pattern.compile("```java\\n(.*?)```", Pattern.DOTALL);
    private static final Pattern TEST_NAME = Pattern.compile("`([A-Z]\\w+(?:Test|Properties))`");
    private static final List<String> TEST_FOLDERS = List.of(
            "netlink-core/src/test", "netlink-core/tests/src/test", "rtnetlink/src/test", "vxlan-link/src/test");
    private static final Predicate<Link> PORT = link -> link.index() > 1;

    static boolean delete(NetlinkClient client, Request<?, ?> deletion) {
        try {
            client.acknowledge(deletion);
            return true;
        } catch (NotFoundException e) {
            return false;
        } catch (KernelRejectedException e) {
            e.kernelMessage().ifPresent(text -> System.err.println("the kernel: " + text));
            e.attributePath().ifPresent(path -> System.err.println("at fault: " + path));
            e.explanation().ifPresent(guess -> System.err.println("likely: " + guess));
            throw e;
        }
    }

    static List<Link> ports(NetlinkClient client, Request<Link, LinkView> filter) {
        Dump<Link> dump = client.dump(filter, DumpPolicy.retrying(5));
        return dump.filtered()
                ? dump.messages()
                : dump.messages().stream().filter(PORT).toList();
    }

    @Test
    void everySnippetIsCodeOfThisClass() throws IOException {
        String self = withoutLayout(read(SELF));

        List<String> snippets = SNIPPET.matcher(read(README))
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(snippets).hasSize(2).allSatisfy(snippet -> assertThat(self).contains(withoutLayout(snippet)));
    }

    @Test
    void everyTestThatIsNamedExists() throws IOException {
        Set<String> named = TEST_NAME
                .matcher(read(README))
                .results()
                .map(MatchResult::group)
                .map(name -> name.replace("`", ""))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> there = new TreeSet<>();
        for (String folder : TEST_FOLDERS) {
            addTypes(PROJECT.resolve(folder), there);
        }

        assertThat(named).hasSizeGreaterThan(20).isSubsetOf(there);
    }

    @Test
    void aDeletionSaysWhetherThereWasSomething() {
        Request<Link, LinkView> deletion =
                Request.of(LinkFamily.DELLINK, Link.builder().name("x0").build());

        assertThat(with(0, client -> delete(client, deletion))).isTrue();
        assertThat(with(Errno.ENODEV, client -> delete(client, deletion))).isFalse();
        assertThatThrownBy(() -> with(Errno.EPERM, client -> delete(client, deletion)))
                .isInstanceOf(PermissionDeniedException.class);
    }

    @Test
    void aListingWithoutMessagesHasNoPorts() {
        assertThat(with(0, client -> ports(client, LinkFamily.list()).isEmpty()))
                .isTrue();
    }

    private static boolean with(int errno, Predicate<NetlinkClient> action) {
        FakeKernel kernel = FakeKernel.answering(request -> List.of(verdict(request, errno)));
        NetlinkConfig config =
                NetlinkConfig.builder(SocketOptions.route()).syscalls(kernel).build();
        try (NetlinkClient client = NetlinkClient.open(config)) {
            return action.test(client);
        }
    }

    private static byte[] verdict(ByteBuffer request, int errno) {
        ByteBuffer message = ByteBuffer.allocate(36).order(ByteOrder.nativeOrder());
        message.putInt(36).putShort((short) 2).putShort((short) 0x100).putInt(request.getInt(8));
        return message.putInt(16, -errno).array();
    }

    private static void addTypes(Path folder, Set<String> types) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            files.map(file -> file.getFileName().toString())
                    .filter(name -> name.endsWith(".java"))
                    .map(name -> name.substring(0, name.length() - ".java".length()))
                    .forEach(types::add);
        }
    }

    private static String read(Path file) throws IOException {
        assumeTrue(Files.isReadable(file), file + " does not lie beside the tests");
        return Files.readString(file);
    }

    private static String withoutLayout(String code) {
        return code.replaceAll("\\s", "");
    }
}
