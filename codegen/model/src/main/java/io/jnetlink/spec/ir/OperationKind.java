package io.jnetlink.spec.ir;

/**
 * What starts the exchange.
 *
 * <p>Immutable.
 */
public enum OperationKind {
    /** User space sends a request. */
    REQUEST,
    /** The kernel announces a change in the format of another operation's reply. */
    NOTIFICATION,
    /** The kernel announces something in a format of its own. */
    EVENT,
    /** Nothing: the entry only reserves its number. */
    RESERVED
}
