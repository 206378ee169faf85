package io.jnetlink.samples.seed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import java.io.StringWriter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** Prints measurements, as a table or as JSON. Immutable; thread-safe. */
final class MeasurementPrinter {

    private static final String HEAD = "%-16s %10s %10s %12s %14s %16s%n";
    private static final String ROW = "%-16s %10d %10d %12.0f %14.3f %16.3f%n";

    private MeasurementPrinter() {}

    static String table(List<Measurement> measurements) {
        StringBuilder text = new StringBuilder(String.format(
                Locale.ROOT, HEAD, "path", "sent", "received", "packets/s", "NET_RX/packet", "processed/packet"));
        for (Measurement each : measurements) {
            text.append(String.format(
                    Locale.ROOT,
                    ROW,
                    each.path(),
                    each.sent(),
                    each.received(),
                    each.packetsPerSecond(),
                    each.softirqsPerPacket(),
                    each.processedPerPacket()));
        }
        for (Measurement each : measurements) {
            text.append(String.format("%n%s: ", each.path()))
                    .append(each.hops().stream().map(Hop::toString).collect(Collectors.joining(", ")));
            for (FlowCount flow : each.flows()) {
                text.append(String.format("%n    %s", flow));
            }
        }
        return text.append(System.lineSeparator()).toString();
    }

    static String json(List<Measurement> measurements) throws IOException {
        StringWriter text = new StringWriter();
        try (JsonGenerator json = new JsonFactory().createGenerator(text)) {
            json.writeStartArray();
            for (Measurement each : measurements) {
                write(each, json);
            }
            json.writeEndArray();
        }
        return text.append(System.lineSeparator()).toString();
    }

    private static void write(Measurement each, JsonGenerator json) throws IOException {
        json.writeStartObject();
        json.writeStringField("path", each.path());
        json.writeNumberField("sent", each.sent());
        json.writeNumberField("received", each.received());
        json.writeNumberField("nanos", each.nanos());
        json.writeNumberField("packets_per_second", each.packetsPerSecond());
        json.writeNumberField("net_rx_softirqs", each.counters().softirqs());
        json.writeNumberField("net_rx_softirqs_per_packet", each.softirqsPerPacket());
        json.writeNumberField("softnet_processed", each.counters().processed());
        json.writeNumberField("softnet_dropped", each.counters().dropped());
        json.writeNumberField("softnet_processed_per_packet", each.processedPerPacket());
        json.writeNumberField("softnet_squeezed", each.counters().squeezed());
        writePath(each, json);
        json.writeEndObject();
    }

    private static void writePath(Measurement each, JsonGenerator json) throws IOException {
        json.writeArrayFieldStart("hops");
        for (Hop hop : each.hops()) {
            json.writeStartObject();
            json.writeStringField("side", hop.side());
            json.writeStringField("device", hop.device());
            json.writeStringField("direction", hop.direction().name().toLowerCase(Locale.ROOT));
            json.writeNumberField("packets", hop.packets());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeArrayFieldStart("flows");
        for (FlowCount flow : each.flows()) {
            json.writeStartObject();
            json.writeStringField("side", flow.side());
            json.writeStringField("flow", flow.flow());
            json.writeNumberField("packets", flow.packets());
            json.writeEndObject();
        }
        json.writeEndArray();
    }
}
