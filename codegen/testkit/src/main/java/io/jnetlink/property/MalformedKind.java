package io.jnetlink.property;

/**
 * A named way in which a message can break the rules of its spec or of netlink, and what a decoder should do about it.
 *
 * <p>Immutable.
 */
public enum MalformedKind {
    /** The bytes end inside the payload of their last attribute. */
    TRUNCATED(Reaction.REJECT),
    /** An attribute of the outermost level claims more bytes than there are. */
    OVERLONG(Reaction.REJECT),
    /** An attribute claims to be shorter than its own header of four bytes; a reader that trusts it never ends. */
    UNDERSIZED(Reaction.REJECT),
    /** The fixed header in front of the attributes is cut short; operations without such a header have no use for this. */
    SHORT_HEADER(Reaction.REJECT),
    /** A number, or a pair of value and mask, has fewer bytes than its type. */
    SHORT_PAYLOAD(Reaction.REJECT),
    /** A number, a pair of value and mask, or a flag has more bytes than its type; what is too much counts for nothing. */
    LONG_PAYLOAD(Reaction.TOLERATE),
    /** An attribute inside a nest reaches beyond the end of the nest. */
    WRONG_NESTING(Reaction.REJECT),
    /** The nested bit is set on an attribute that is no nest, or is missing on a nest that is sent with it. */
    WRONG_NEST_FLAG(Reaction.TOLERATE),
    /** A text lacks the NUL that senders are to put behind it. */
    UNTERMINATED(Reaction.TOLERATE),
    /** An attribute that may stand once stands twice. */
    DUPLICATED(Reaction.LAST_WINS),
    /** An attribute has a number that the spec does not know, as newer kernels send them. */
    UNKNOWN_ATTRIBUTE(Reaction.KEEP),
    /** One to three bytes stand behind the last attribute, too few for another one. */
    TRAILING_BYTES(Reaction.TOLERATE),
    /** A number or a length lies outside what the spec lets a request carry; builders refuse it, decoders do not judge it. */
    OUT_OF_RANGE(Reaction.TOLERATE),
    /** Two attributes stand beside each other that exclude each other in a request. */
    CONFLICTING(Reaction.TOLERATE);

    private final Reaction reaction;

    MalformedKind(Reaction reaction) {
        this.reaction = reaction;
    }

    /**
     * What a decoder should do with it.
     *
     * @return the reaction
     */
    public Reaction reaction() {
        return reaction;
    }
}
