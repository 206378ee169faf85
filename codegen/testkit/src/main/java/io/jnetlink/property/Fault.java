package io.jnetlink.property;

/**
 * Something in a message that is not as the spec says.
 *
 * <p>Immutable.
 *
 * @param kind what is wrong
 * @param path names of the attributes around it, from the outside in and joined by dots
 * @param offset where it is, counted from the start of the body
 * @param text what is wrong, in words
 */
public record Fault(MalformedKind kind, String path, int offset, String text) {

    @Override
    public String toString() {
        return (path.isEmpty() ? "" : path + ": ") + text + " (" + kind + " at offset " + offset + ")";
    }
}
