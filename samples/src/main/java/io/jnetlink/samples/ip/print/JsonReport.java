package io.jnetlink.samples.ip.print;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.StreamWriteFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** Writes JSON as {@code ip -json} does: one array around everything. Not thread-safe. */
public final class JsonReport implements Report {

    private interface Writing {
        void run(JsonGenerator json) throws IOException;
    }

    private final PrintStream out;
    private final JsonGenerator json;

    /**
     * Starts the array around everything.
     *
     * @param out where to; stays open
     * @param pretty whether members stand on lines of their own
     */
    public JsonReport(PrintStream out, boolean pretty) {
        this.out = out;
        this.json = generator(out, pretty);
        write(JsonGenerator::writeStartArray);
    }

    private static JsonGenerator generator(PrintStream out, boolean pretty) {
        JsonFactory factory = JsonFactory.builder()
                .disable(StreamWriteFeature.AUTO_CLOSE_TARGET)
                .build();
        try {
            JsonGenerator generator = factory.createGenerator(out);
            if (pretty) {
                generator.setPrettyPrinter(new IproutePrettyPrinter());
            }
            return generator;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean isJson() {
        return true;
    }

    @Override
    public void object(@Nullable String key) {
        write(g -> {
            if (key != null) {
                g.writeFieldName(key);
            }
            g.writeStartObject();
        });
    }

    @Override
    public void endObject() {
        write(JsonGenerator::writeEndObject);
    }

    @Override
    public void array(String key, String opening) {
        write(g -> g.writeArrayFieldStart(key));
    }

    @Override
    public void endArray(String closing) {
        write(JsonGenerator::writeEndArray);
    }

    @Override
    public void string(String key, String template, String value) {
        write(g -> g.writeStringField(key, value));
    }

    @Override
    public void element(String template, String value) {
        write(g -> g.writeString(value));
    }

    @Override
    public void number(String key, String template, long value) {
        write(g -> g.writeNumberField(key, value));
    }

    @Override
    public void unsigned(String key, String template, long value) {
        write(g -> g.writeNumberField(key, new BigInteger(Long.toUnsignedString(value))));
    }

    @Override
    public void hexadecimal(String key, String template, long value) {
        write(g -> g.writeStringField(key, Hexadecimal.of(value)));
    }

    @Override
    public void fraction(String key, String template, String value) {
        write(g -> {
            g.writeFieldName(key);
            g.writeNumber(value.strip());
        });
    }

    @Override
    public void flag(String key, String text, boolean value) {
        write(g -> g.writeBooleanField(key, value));
    }

    @Override
    public void onOff(String key, String template, boolean value) {
        write(g -> g.writeBooleanField(key, value));
    }

    @Override
    public void nothing(String key, String text) {
        write(g -> g.writeNullField(key));
    }

    @Override
    public void text(String text) {}

    @Override
    public void line() {}

    @Override
    public void jsonString(String key, String value) {
        write(g -> g.writeStringField(key, value));
    }

    @Override
    public void jsonNumber(String key, long value) {
        write(g -> g.writeNumberField(key, value));
    }

    @Override
    public void jsonFlag(String key, boolean value) {
        write(g -> g.writeBooleanField(key, value));
    }

    @Override
    public void jsonNothing(String key) {
        write(g -> g.writeNullField(key));
    }

    @Override
    public void close() {
        write(g -> {
            g.writeEndArray();
            g.close();
        });
        out.print('\n');
        out.flush();
    }

    private void write(Writing writing) {
        try {
            writing.run(json);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
