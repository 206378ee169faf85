package io.jnetlink.generator.mapping;

import com.palantir.javapoet.CodeBlock;
import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.Checks;
import io.jnetlink.spec.ir.ScalarKind;
import io.jnetlink.spec.ir.TypeIr;
import io.jnetlink.spec.ir.WireOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * Javadoc made of what a spec says.
 *
 * <p>Stateless.
 */
public final class Docs {

    private static final int WIDTH = 110;

    private Docs() {}

    /** A spec text as HTML, broken into lines; with the C name in front if there is one. */
    public static CodeBlock of(Optional<String> cName, String doc, String fallback) {
        return of(cName, doc, fallback, List.of());
    }

    /** The same with sentences behind; these are HTML already. */
    public static CodeBlock of(Optional<String> cName, String doc, String fallback, List<String> notes) {
        String text = doc.isBlank() ? "" : sentence(escape(doc));
        String first;
        if (cName.isPresent()) {
            first = "{@code " + cName.get() + "}" + (text.isEmpty() ? "." : ": " + text);
        } else {
            first = text.isEmpty() ? fallback : text;
        }
        List<String> sentences = new ArrayList<>(List.of(first));
        sentences.addAll(notes);
        return CodeBlock.of("$L\n", wrap(String.join(" ", sentences)));
    }

    /** The sentence that tells the first kernel version, if it is known. */
    public static List<String> since(Optional<String> version) {
        return version.map(v -> "Since Linux " + escape(v) + ".").stream().toList();
    }

    /** What a getter returns. */
    static CodeBlock getter(AttributeIr attribute) {
        List<String> notes = notes(attribute, attribute.type());
        if (attribute.type() instanceof TypeIr.Scalar && attribute.sentType() instanceof TypeIr.Flag) {
            notes.add("The flag that a request carries instead reads as 1.");
        }
        return of(attribute.cName(), attribute.doc(), fallback(attribute), notes);
    }

    /** What the constant for an attribute's number is. */
    static CodeBlock number(AttributeIr attribute, String getter) {
        String what = attribute.cName().map(c -> " of {@code " + c + "}").orElse("");
        return CodeBlock.of("The number$L, which {@link #$L()} reads.\n", what, getter);
    }

    /** What a setter takes. */
    static CodeBlock setter(AttributeIr attribute) {
        List<String> notes = notes(attribute, attribute.sentType());
        range(attribute).ifPresent(notes::add);
        attribute.defaultValue().ifPresent(d -> notes.add("Default: {@code " + escapeInCode(d) + "}."));
        attribute
                .mutability()
                .ifPresent(m -> notes.add(
                        switch (m) {
                            case CREATE_ONLY -> "Only when the object is created.";
                            case MUTABLE -> "Can be changed later.";
                            case WRITE_ONLY -> "Never reported back.";
                            case STICKY -> "Cannot be taken back once set.";
                        }));
        if (!attribute.conflicts().isEmpty()) {
            notes.add("Not together with {@code " + String.join("}, {@code ", attribute.conflicts()) + "}.");
        }
        return of(attribute.cName(), attribute.doc(), fallback(attribute), notes);
    }

    private static String fallback(AttributeIr attribute) {
        return "The attribute {@code " + escapeInCode(attribute.name()) + "}.";
    }

    private static List<String> notes(AttributeIr attribute, TypeIr type) {
        List<String> notes = new ArrayList<>();
        if (type instanceof TypeIr.Scalar scalar) {
            boolean isAddress = Mappings.isIpv4Number(scalar, attribute.displayHint());
            if (scalar.order() == WireOrder.BIG_ENDIAN && !isAddress) {
                notes.add("Network order on the wire.");
            } else if (scalar.order() == WireOrder.LITTLE_ENDIAN) {
                notes.add("Least significant byte first on the wire.");
            }
            if (scalar.kind() == ScalarKind.U64 || scalar.kind() == ScalarKind.UINT) {
                notes.add("Unsigned: above 2⁶³−1 it is negative here.");
            }
        }
        notes.addAll(since(attribute.since()));
        attribute.keyword().ifPresent(k -> notes.add("iproute2: {@code " + escapeInCode(k) + "}."));
        return notes;
    }

    private static Optional<String> range(AttributeIr attribute) {
        Checks checks = attribute.checks();
        if (checks.min().isEmpty() && checks.max().isEmpty()) {
            return Optional.empty();
        }
        boolean signed =
                attribute.sentType() instanceof TypeIr.Scalar s && s.kind().signed();
        List<String> bounds = new ArrayList<>();
        checks.min().ifPresent(m -> bounds.add("at least " + text(m, signed)));
        checks.max().ifPresent(m -> bounds.add("at most " + text(m, signed)));
        return Optional.of("Must be " + String.join(" and ", bounds) + ".");
    }

    private static String text(long value, boolean signed) {
        return signed ? Long.toString(value) : Long.toUnsignedString(value);
    }

    private static String sentence(String text) {
        String flat = text.strip().replaceAll("\\s+", " ");
        String capital = flat.substring(0, 1).toUpperCase(Locale.ROOT) + flat.substring(1);
        return capital.matches(".*[.!?]$") ? capital : capital + ".";
    }

    private static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("@", "&#64;")
                .replace("*/", "*&#47;")
                .replace("\\", "&#92;");
    }

    private static String escapeInCode(String text) {
        return text.replace("*/", "* /").replace("\\", "/").replaceAll("[{}]", "");
    }

    private static String wrap(String text) {
        StringBuilder out = new StringBuilder();
        int column = 0;
        for (String word : text.split(" ")) {
            if (column > 0 && column + 1 + word.length() > WIDTH) {
                out.append('\n');
                column = 0;
            } else if (column > 0) {
                out.append(' ');
                column++;
            }
            out.append(word);
            column += word.length();
        }
        return out.toString();
    }
}
