package io.jnetlink.samples.nl;

import java.util.Collection;
import java.util.Map;
import java.util.stream.Collectors;

/** Maps and lists as indented lines for people to read. Stateless. */
final class TreeText {

    private static final String STEP = "  ";

    private TreeText() {}

    /** Lines, each with its end. */
    static String print(Object value) {
        StringBuilder out = new StringBuilder();
        append(out, "", value);
        return out.toString();
    }

    private static void append(StringBuilder out, String indent, Object value) {
        if (value instanceof Map<?, ?> map) {
            map.forEach((name, inner) -> entry(out, indent, name.toString(), inner));
        } else if (value instanceof Collection<?> list) {
            list.forEach(element -> element(out, indent, element));
        } else {
            out.append(indent).append(scalar(value)).append('\n');
        }
    }

    private static void entry(StringBuilder out, String indent, String name, Object value) {
        out.append(indent).append(name).append(':');
        if (isFlat(value)) {
            out.append(' ').append(flat(value)).append('\n');
        } else {
            out.append('\n');
            append(out, indent + STEP, value);
        }
    }

    /** A dash in front of the first line, and the others below it. */
    private static void element(StringBuilder out, String indent, Object value) {
        StringBuilder inner = new StringBuilder();
        append(inner, indent + STEP, value);
        if (inner.isEmpty()) {
            inner.append(indent).append(STEP).append("{}\n");
        }
        inner.replace(indent.length(), indent.length() + STEP.length(), "- ");
        out.append(inner);
    }

    private static boolean isFlat(Object value) {
        if (value instanceof Map<?, ?> map) {
            return map.isEmpty();
        }
        return !(value instanceof Collection<?> list) || list.stream().allMatch(e -> !(e instanceof Map) && isFlat(e));
    }

    private static String flat(Object value) {
        if (value instanceof Map) {
            return "{}";
        } else if (value instanceof Collection<?> list) {
            return list.stream().map(TreeText::flat).collect(Collectors.joining(", ", "[", "]"));
        }
        return scalar(value);
    }

    /** Text as it is, unless it would not stay on its line. */
    private static String scalar(Object value) {
        String text = value.toString();
        if (!(value instanceof String) || !text.isEmpty() && text.chars().noneMatch(c -> c < ' ' || c == 0x7f)) {
            return text;
        }
        return JsonValues.print(text);
    }
}
