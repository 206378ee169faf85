package io.jnetlink.samples.ip;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.sys.Errno;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class JipTest {

    private final FakeLinks links = new FakeLinks().with(1, "lo").with(3, "eth4");

    @ParameterizedTest
    @ValueSource(strings = {"", "-d", "help", "-help", "-h -he link", "--help"})
    void printsUsageWhereNothingIsAskedFor(String line) {
        JipRun run = JipRun.of(links, line);

        assertThat(run.status()).isEqualTo(255);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith("Usage: jip [ OPTIONS ] OBJECT { COMMAND | help }");
    }

    @ParameterizedTest
    @CsvSource({
        "-foo link, 255, 'Option \"-foo\" is unknown, try \"ip -help\".'",
        "- link, 255, 'Option \"-\" is unknown, try \"ip -help\".'",
        "foo, 1, 'Object \"foo\" is unknown, try \"ip help\".'",
        "link foo, 255, 'Command \"foo\" is unknown, try \"ip link help\".'",
        "-n, 255, 'Command line is not complete. Try option \"help\"'",
        "-f foo link, 255, 'Error: argument \"foo\" is wrong: invalid protocol family'",
        "-dialect 5.0 link, 255, 'Error: argument \"5.0\" is wrong: dialect must be 6.1 or 7.1'",
        "-n red link, 255, 'Cannot open network namespace \"red\": No such file or directory'",
        "link show a b, 255, 'Error: either \"dev\" is duplicate, or \"b\" is a garbage.'",
        "link show type, 255, 'Command line is not complete. Try option \"help\"'",
        "link show nosuch, 1, 'Device \"nosuch\" does not exist.'",
        "link set eth4 arp maybe, 1, 'Error: argument of \"arp\" must be \"on\" or \"off\", not \"maybe\"'",
        "link set eth4 carrier maybe, 22, 'Error: argument of \"carrier\" must be one of \"off\", \"on\", not \"maybe\"'",
        "link set eth4 address 1:2, 1, 'Invalid address length 2 - must be 6 bytes'",
        "link del, 255, 'Not enough information: \"dev\" argument is required.'",
        "link property add altname x, 255, 'Not enough of information: \"dev\" argument is required.'",
        "link property foo, 255, Operator required",
        "link add name a dev b type dummy, 255, 'both \"name\" and \"dev\" cannot be used when creating devices.'",
        "link add group 3 type dummy, 255, 'Garbage instead of arguments \"nothing ...\". Try \"ip link help\".'"
    })
    void complainsLikeIp(String line, int status, String complaint) {
        // A word behind the kind, where the last line of the table needs one.
        JipRun run = JipRun.of(links, line.startsWith("link add group") ? line + " nothing" : line);

        assertThat(run.err()).isEqualTo(complaint + "\n");
        assertThat(run.status()).isEqualTo(status);
        assertThat(run.out()).isEmpty();
        assertThat(links.changes()).isEmpty();
    }

    @Test
    void tellsItsVersion() {
        JipRun run = JipRun.newest(links, "-V");

        assertThat(run.status()).isZero();
        assertThat(run.out()).matches("jip utility, jnetlink-\\S+, speaks iproute2-7.1\n");
        assertThat(JipRun.newest(links, "-dialect 6.1 -V").out()).contains("iproute2-6.1");
    }

    @Test
    void passesOnTheKernelsSentence() {
        links.answering(Errno.EINVAL, "Label attribute only applies to IPv6 VXLAN devices");

        JipRun run = JipRun.of(links, "link set eth4 up");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("Error: Label attribute only applies to IPv6 VXLAN devices.\n");
    }

    @Test
    void addsNoSecondFullStop() {
        links.answering(Errno.EINVAL, "Too big.");

        assertThat(JipRun.of(links, "link set eth4 up").err()).isEqualTo("Error: Too big.\n");
    }

    @Test
    void namesTheErrorWhereTheKernelHasNoSentence() {
        links.answering(Errno.EEXIST, "");

        JipRun run = JipRun.of(links, "link set eth4 name lo");

        assertThat(run.status()).isEqualTo(2);
        assertThat(run.err()).isEqualTo("RTNETLINK answers: File exists\n");
    }

    @Test
    void passesOnWarnings() {
        links.answering(0, "Bridge is down");

        JipRun run = JipRun.of(links, "link set eth4 up");

        assertThat(run.status()).isZero();
        assertThat(run.err()).isEqualTo("Warning: Bridge is down.\n");
    }

    @Test
    void explainsEveryRequest() {
        JipRun run = JipRun.newest(links, "-explain link add vxlan0 type vxlan id 42 dstport 4789 dev eth4");

        assertThat(run.status()).isZero();
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("> getlink, 52 bytes\n")
                .contains("< 1 answer, ack\n> newlink create excl, ")
                .contains("    linkinfo\n      kind \"vxlan\"\n      data\n        link 3\n        id 42\n")
                .endsWith("        port 4789\n< ack\n");
    }

    @Test
    void explainsRefusals() {
        links.answering(Errno.EBUSY, "Not now");

        assertThat(JipRun.newest(links, "-explain link set eth4 up").err())
                .endsWith("< EBUSY (Device or resource busy)\nError: Not now.\n");
    }

    @Test
    void worksInAnotherNamespace() {
        assertThat(JipRun.of(links, "-n blue -br link show dev lo").out()).startsWith("lo ");
    }

    @Test
    void runsABatch() {
        String commands = """
                # nothing here
                link set eth4 up

                link set 'eth4' mtu 9000 # and a comment
                """;

        JipRun run = JipRun.of(links.kernel(), IprouteDialect.V6_1, commands, "-b", "-");

        assertThat(run).isEqualTo(new JipRun(0, "", ""));
        assertThat(links.changes()).hasSize(2);
        assertThat(links.changes().get(1).message().attributes().mtu()).isEqualTo(9000);
    }

    @Test
    void stopsABatchAtItsFirstFailure() {
        String commands = "link set nosuch up\nlink set eth4 up\n";

        JipRun run = JipRun.of(links.kernel(), IprouteDialect.V6_1, commands, "-b", "-");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).isEqualTo("Cannot find device \"nosuch\"\nCommand failed -:1\n");
        assertThat(links.changes()).isEmpty();
    }

    @Test
    void finishesABatchIfForced() {
        String commands = "link set nosuch up\nlink set eth4 up\n";

        JipRun run = JipRun.of(links.kernel(), IprouteDialect.V6_1, commands, "-fo", "-b", "-");

        assertThat(run.status()).isEqualTo(1);
        assertThat(links.changes()).hasSize(1);
    }

    @Test
    void complainsOfABatchThatIsNotThere() {
        JipRun run = JipRun.of(links, "-b no-such-file");

        assertThat(run.status()).isEqualTo(1);
        assertThat(run.err()).startsWith("Cannot open file \"no-such-file\" for reading: ");
    }

    @Test
    void closesWhatItOpens() {
        JipRun.of(links, "-n blue link set eth4 netns blue");

        assertThat(links.changes()).hasSize(1);
        assertThat(links.kernel().badDescriptorUses()).isZero();
    }
}
