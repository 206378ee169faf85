package io.jnetlink.samples.ovs.flow;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.samples.ovs.FakeDatapath;
import io.jnetlink.samples.ovs.JovsRun;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Commands that take flows from a file. */
class FlowFileTest {

    private static final String ARP = "in_port(1),eth(),eth_type(0x0806)";
    private static final String IP = "in_port(2),eth(),eth_type(0x0800),ipv4(frag=no)";
    private static final String SEEN = ", packets:3, bytes:294, used:1.000s, actions:";

    @TempDir
    private Path directory;

    private final FakeDatapath kernel = new FakeDatapath();
    private Path file;

    @BeforeEach
    void name() {
        file = directory.resolve("flows");
    }

    private JovsRun run(String command, String... lines) throws IOException {
        Files.write(file, List.of(lines));
        return kernel.run("", command, "dp0", file.toString());
    }

    private List<String> flows() {
        return kernel.run("", "dump-flows").out().lines().toList();
    }

    private static void assertDone(JovsRun run) {
        assertThat(run).isEqualTo(new JovsRun(0, "", ""));
    }

    @Test
    void addsTheFlowsOfAFile() throws IOException {
        assertDone(run("add-flows", "# two of them", "", ARP + " 2", IP + " p1   # by name"));

        assertThat(flows()).containsExactly(ARP + SEEN + "2", IP + SEEN + "1");
    }

    @Test
    void addsFromStandardInputToTheOnlyDatapath() {
        assertDone(kernel.run(ARP + " 2\n", "add-flows", "-"));

        assertThat(flows()).containsExactly(ARP + SEEN + "2");
    }

    @Test
    void modifiesFlowsThatAreThere() throws IOException {
        run("add-flows", ARP + " 2", IP + " 1");

        assertDone(run("mod-flows", ARP + " drop"));
        assertThat(flows()).containsExactly(ARP + SEEN + "drop", IP + SEEN + "1");
    }

    @Test
    void deletesTheFlowsOfAFileOnly() throws IOException {
        run("add-flows", ARP + " 2", IP + " 1");

        assertDone(run("del-flows", ARP));
        assertThat(flows()).containsExactly(IP + SEEN + "1");
    }

    @Test
    void deletesAllWithoutAFile() throws IOException {
        run("add-flows", ARP + " 2", IP + " 1");

        assertDone(kernel.run("", "del-flows", "dp0"));
        assertThat(flows()).isEmpty();
    }

    @Test
    void aWordInFrontSaysWhatElseToDo() throws IOException {
        run("add-flows", ARP + " 2");

        assertDone(run("add-flows", "modify " + ARP + " drop", "add " + IP + " 1", "delete " + ARP));
        assertThat(flows()).containsExactly(IP + SEEN + "1");
    }

    @Test
    void readsWhatDumpFlowsPrints() throws IOException {
        run("add-flows", ARP + " 2", "ufid:00000000-0000-0000-0000-000000000007," + IP + " 1");
        List<String> before = kernel.run("", "-m", "dump-flows").out().lines().toList();
        kernel.run("", "del-flows");

        assertDone(run("add-flows", before.toArray(String[]::new)));
        assertThat(kernel.run("", "-m", "dump-flows").out().lines()).isEqualTo(before);
    }

    @Test
    void anErrorInTheMidstIsToldWithItsLineAndStopsNothing() throws IOException {
        JovsRun run = run("add-flows", ARP + " 2", "", "in_port(1),nonsense() 2", IP + " 1");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err().lines())
                .startsWith("jovs: parsing flow key (syntax error at nonsense()) (Invalid argument)")
                .anyMatch(line -> line.startsWith("    line 3: column 12: expected a key ("))
                .filteredOn(line -> line.startsWith("jovs: "))
                .hasSize(1);
        assertThat(flows()).containsExactly(ARP + SEEN + "2", IP + SEEN + "1");
    }

    @Test
    void whatTheKernelRefusesIsToldWithItsLine() throws IOException {
        JovsRun add = run("add-flows", ARP + " 2", IP + " 1", ARP + " drop");
        JovsRun delete = run("del-flows", IP, IP);
        JovsRun modify = run("mod-flows", IP + " drop");

        assertThat(add.status()).isEqualTo(1);
        assertThat(add.complaints()).containsExactly("updating flow table (File exists)");
        assertThat(add.err()).contains("    line 3");
        assertThat(delete.status()).isEqualTo(1);
        assertThat(delete.complaints()).containsExactly("deleting flow (No such file or directory)");
        assertThat(delete.err()).contains("    line 2");
        assertThat(modify.status()).isEqualTo(1);
        assertThat(modify.complaints()).containsExactly("updating flow table (No such file or directory)");
        assertThat(modify.err()).contains("    line 1");
        assertThat(flows()).containsExactly(ARP + SEEN + "2");
    }

    @Test
    void aFileThatIsMissingIsTold() {
        JovsRun run = kernel.run("", "add-flows", "dp0", file.toString());

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.complaints())
                .containsExactly("Opening file \"" + file + "\" failed (No such file or directory)");
    }
}
