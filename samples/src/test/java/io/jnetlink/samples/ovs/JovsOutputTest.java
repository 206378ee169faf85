package io.jnetlink.samples.ovs;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.Arrays;
import org.junit.jupiter.api.Test;

/** What {@code jovs} prints with {@code -j} and {@code -v}. */
class JovsOutputTest {

    private static final String UFID = "01020304-0506-0708-090a-0b0c0d0e0f10";
    private static final String FLOW = "in_port(1),eth(),eth_type(0x0806)";
    private static final String FLOW_JSON =
            "'match':'" + FLOW + "','packets':3,'bytes':294,'used':1.0,'tcp-flags':0,'actions':'2'}";

    private final FakeDatapath kernel = new FakeDatapath();

    private void assertPrints(String json, String... words) throws IOException {
        JovsRun run = kernel.run("", words);
        assertThat(run.status()).as(Arrays.toString(words) + run.err()).isZero();
        assertThat(read(run.out())).isEqualTo(read(json.replace('\'', '"')));
        assertThat(run.out()).hasLineCount(1);
    }

    private static JsonNode read(String json) throws IOException {
        return new ObjectMapper().readTree(json);
    }

    @Test
    void datapathsAreAListOfNames() throws IOException {
        assertPrints("['system@dp0']", "-j", "dump-dps");
    }

    @Test
    void flowsAreAListOfObjects() throws IOException {
        assertPrints("[]", "-j", "dump-flows");
        kernel.run("", "add-flow", FLOW, "2");
        assertPrints("[{" + FLOW_JSON + "]", "-j", "dump-flows", "dp0");
        assertPrints("[]", "--json", "dump-flows", "filter=udp");
    }

    @Test
    void aFlowIsAnObject() throws IOException {
        kernel.run("", "add-flow", "ufid:" + UFID + "," + FLOW, "2");
        assertPrints("{'ufid':'" + UFID + "'," + FLOW_JSON, "-j", "get-flow", "ufid:" + UFID);
    }

    @Test
    void limitsAreAListOfZones() throws IOException {
        assertPrints(
                "[{'zone':'default','limit':10},{'zone':5,'limit':200,'count':4}]", "-j", "ct-get-limits", "zone=5");
    }

    @Test
    void aMeterIsAListOfOne() throws IOException {
        assertPrints(
                "[{'id':3,'packets':2,'bytes':200,'bands':[{'packets':1,'bytes':100}]}]",
                "-j",
                "get-meter",
                "dp0",
                "3");
    }

    @Test
    void failuresPrintNoJson() {
        JovsRun run = kernel.run("", "-j", "get-meter", "4");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.complaints()).containsExactly("getting meter 4 (No such file or directory)");
    }

    @Test
    void verboseShowsEveryMessageBesideTheResult() {
        JovsRun run = kernel.run("", "-v", "add-flow", "dp0", FLOW, "2");

        assertThat(run.status()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines())
                .anyMatch(line -> line.startsWith("> nlctrl, "))
                .anyMatch(line -> line.startsWith("> ovs_datapath ") && line.endsWith(" bytes"))
                .anyMatch(line -> line.startsWith("< ovs_datapath "))
                .anyMatch(line -> line.startsWith("> ovs_flow "))
                .anyMatch(line -> line.startsWith("    ") && line.contains("in-port"))
                .contains("< ack");
        JovsRun again = kernel.run("", "--verbose", "add-flow", "dp0", FLOW, "2");
        assertThat(again.err().lines()).contains("< EEXIST (File exists)", "jovs: updating flow table (File exists)");
        assertThat(kernel.run("", "-v", "dump-dps").out()).isEqualTo("system@dp0\n");
    }
}
