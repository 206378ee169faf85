package io.jnetlink.samples.ip;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionAbbreviationsTest {

    @ParameterizedTest
    @CsvSource({
        "-d, -details",
        "-det, -details",
        "--details, -details",
        "-s, -statistics",
        "-stat, -statistics",
        "-stats, -statistics",
        "-j, -json",
        "-p, -pretty",
        "-o, -oneline",
        "-br, -brief",
        "-h, -human",
        "-he, -help",
        "-N, -Numeric",
        "-c, -color",
        "-color=always, -color",
        "-t, -timestamp",
        "-ts, -tshort",
        "-fo, -force",
        "-i, -iec",
        "-V, -Version",
        "-4, -4",
        "-explain, -explain"
    })
    void writesFlagsOut(String given, String meant) {
        assertThat(OptionAbbreviations.expand(List.of(given, "link"))).containsExactly(meant, "link");
    }

    @ParameterizedTest
    @CsvSource({"-b, -batch", "-n, -netns", "-rc, -rcvbuf", "-f, -family", "-l, -loops", "-dialect, -dialect"})
    void leavesValuesAlone(String given, String meant) {
        assertThat(OptionAbbreviations.expand(List.of(given, "-d", "link"))).containsExactly(meant, "-d", "link");
    }

    @Test
    void stopsAtTheFirstWord() {
        assertThat(OptionAbbreviations.expand(List.of("-d", "link", "-s"))).containsExactly("-details", "link", "-s");
        assertThat(OptionAbbreviations.expand(List.of("--", "-s"))).containsExactly("--", "-s");
    }

    @Test
    void countsRepeatedOptions() {
        JipOptions options = JipCommandLine.parse(List.of("-s", "-s", "-d", "-d", "-j", "link"))
                .options(IprouteDialect.V6_1);

        assertThat(options.statistics()).isEqualTo(2);
        assertThat(options.details()).isEqualTo(2);
        assertThat(options.json()).isTrue();
        assertThat(options.dialect()).isEqualTo(IprouteDialect.V6_1);
    }

    @Test
    void wordsThatLookLikeOptionsBelongToTheCommand() {
        assertThat(JipCommandLine.parse(List.of("-4", "link", "set", "x", "txqueuelen", "-1"))
                        .words())
                .containsExactly("link", "set", "x", "txqueuelen", "-1");
    }
}
