package io.jnetlink.property;

/**
 * A message that was broken in a named way, beside the well-formed one that it was made from.
 *
 * <p>Immutable. Where {@link #kind()} is to be tolerated, a decoder that does so reads the same from both, except for
 * {@link MalformedKind#OUT_OF_RANGE} and {@link MalformedKind#CONFLICTING}, whose values are the sender's own.
 *
 * @param kind what is wrong with it
 * @param path where, as names from the outside in, joined by dots; empty if it is the message as a whole
 * @param original the well-formed message
 * @param broken the malformed one
 */
public record MalformedMessage(MalformedKind kind, String path, WireMessage original, WireMessage broken) {

    /**
     * Whether a decoder that tolerates the fault finds in it what is in the well-formed message.
     *
     * @return true if so
     */
    public boolean meansTheSame() {
        return kind.reaction() != Reaction.REJECT
                && kind != MalformedKind.OUT_OF_RANGE
                && kind != MalformedKind.CONFLICTING;
    }

    @Override
    public String toString() {
        return kind + (path.isEmpty() ? "" : " at " + path) + ": " + broken;
    }
}
