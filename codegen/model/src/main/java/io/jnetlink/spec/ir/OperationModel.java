package io.jnetlink.spec.ir;

/**
 * How operations obtain their message numbers.
 *
 * <p>Immutable.
 */
public enum OperationModel {
    /** One number space: a request and its reply share the number. */
    UNIFIED,
    /** Two number spaces: messages to the kernel and messages from the kernel are counted separately. */
    DIRECTIONAL
}
