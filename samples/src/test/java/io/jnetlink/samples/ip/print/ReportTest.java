package io.jnetlink.samples.ip.print;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import java.util.function.Function;
import org.junit.jupiter.api.Test;

class ReportTest {

    /** Two objects with something of each sort. */
    private static final Consumer<Report> SAMPLE = report -> {
        report.object(null);
        report.number("ifindex", "{}: ", 1);
        report.string("ifname", "{}: ", "lo");
        report.array("flags", "<");
        report.element("{},", "LOOPBACK");
        report.element("{}", "UP");
        report.endArray("> ");
        report.line();
        report.object("data");
        report.hexadecimal("label", "label {} ", 0x12345);
        report.hexadecimal("none", "none {} ", 0);
        report.flag("gbp", "gbp ", true);
        report.onOff("guard", "guard {} ", false);
        report.nothing("gpe", "gpe ");
        report.fraction("timer", "timer {} ", "   1.05");
        report.unsigned("bytes", "bytes {} ", -1);
        report.jsonString("df", "unset");
        report.jsonNumber("low", 2);
        report.jsonFlag("on", true);
        report.jsonNothing("link");
        report.endObject();
        report.array("empty", "");
        report.endArray("");
        report.object("nothing");
        report.endObject();
        report.endObject();
        report.text("\n");
        report.object(null);
        report.string("say", "{}", "\"\\\tü");
        report.endObject();
        report.text("\n");
    };

    private static String written(Function<PrintStream, Report> form, Consumer<Report> content) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        PrintStream out = new PrintStream(bytes, false, StandardCharsets.UTF_8);
        try (Report report = form.apply(out)) {
            content.accept(report);
        }
        return bytes.toString(StandardCharsets.UTF_8);
    }

    @Test
    void writesText() {
        assertThat(written(out -> new TextReport(out, false), SAMPLE)).isEqualTo("""
                        1: lo: <LOOPBACK,UP>\s
                        label 0x12345 none 0 gbp guard off gpe timer    1.05 bytes 18446744073709551615\s
                        "\\\tü
                        """);
    }

    @Test
    void writesAnEntryOnOneLine() {
        assertThat(written(out -> new TextReport(out, true), SAMPLE)).startsWith("1: lo: <LOOPBACK,UP> \\label ");
    }

    @Test
    void writesCompactJson() {
        assertThat(written(out -> new JsonReport(out, false), SAMPLE))
                .isEqualTo("[{\"ifindex\":1,\"ifname\":\"lo\",\"flags\":[\"LOOPBACK\",\"UP\"],"
                        + "\"data\":{\"label\":\"0x12345\",\"none\":\"0\",\"gbp\":true,\"guard\":false,\"gpe\":null,"
                        + "\"timer\":1.05,\"bytes\":18446744073709551615,\"df\":\"unset\",\"low\":2,\"on\":true,"
                        + "\"link\":null},\"empty\":[],\"nothing\":{}},{\"say\":\"\\\"\\\\\\tü\"}]\n");
    }

    @Test
    void writesPrettyJsonLikeIproute2() {
        Consumer<Report> content = report -> {
            report.object(null);
            report.number("ifindex", "", 1);
            report.array("flags", "");
            report.element("", "UP");
            report.element("", "ECHO");
            report.endArray("");
            report.object("data");
            report.number("id", "", 2);
            report.endObject();
            report.endObject();
            report.object(null);
            report.number("ifindex", "", 2);
            report.array("none", "");
            report.endArray("");
            report.endObject();
            report.object(null);
            report.endObject();
        };

        assertThat(written(out -> new JsonReport(out, true), content)).isEqualTo("""
                        [ {
                                "ifindex": 1,
                                "flags": [ "UP","ECHO" ],
                                "data": {
                                    "id": 2
                                }
                            },{
                                "ifindex": 2,
                                "none": [ ]
                            },{} ]
                        """);
    }

    @Test
    void anEmptyReportIsAnEmptyArray() {
        assertThat(written(out -> new JsonReport(out, false), report -> {})).isEqualTo("[]\n");
        assertThat(written(out -> new JsonReport(out, true), report -> {})).isEqualTo("[ ]\n");
        assertThat(written(out -> new TextReport(out, false), report -> {})).isEmpty();
    }
}
