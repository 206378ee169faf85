package io.jnetlink.ovs.rule;

/**
 * What to do with a flow that is there, or is not there, already.
 *
 * <p>Immutable.
 */
public enum PutMode {
    /** The flow must be new. */
    CREATE,
    /** The flow must be there; its actions are replaced, its statistics stay. */
    MODIFY,
    /** One or the other. */
    CREATE_OR_MODIFY
}
