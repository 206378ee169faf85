package io.jnetlink.message;

import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * A named piece of a message as text: a value, or a group of further pieces.
 *
 * @param name the spec's name, or the number of an unknown attribute
 * @param text the value; null in a group
 * @param children the pieces of a group, in the order of the wire
 */
public record MessageField(String name, @Nullable String text, List<MessageField> children) {

    /** Copies the list. */
    public MessageField {
        children = List.copyOf(children);
    }

    /** A value. */
    public static MessageField leaf(String name, String text) {
        return new MessageField(name, text, List.of());
    }

    /** A group. */
    public static MessageField group(String name, List<MessageField> children) {
        return new MessageField(name, null, children);
    }

    /** Everything in one line: {@code {ifname: "vxlan0", linkinfo: {kind: "vxlan"}}}. */
    public String toLine() {
        return text != null
                ? text
                : children.stream().map(c -> c.name + ": " + c.toLine()).collect(Collectors.joining(", ", "{", "}"));
    }

    /** The pieces of a group, one in a line, two blanks deeper at each level. */
    public String toTree() {
        StringBuilder out = new StringBuilder();
        children.forEach(c -> c.appendTo(out, ""));
        return out.toString();
    }

    private void appendTo(StringBuilder out, String indent) {
        out.append(indent).append(name);
        if (text != null) {
            out.append(' ').append(text);
        }
        out.append('\n');
        children.forEach(c -> c.appendTo(out, indent + "  "));
    }
}
