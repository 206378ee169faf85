package io.jnetlink.generator.mapping;

/** Which of the classes of an attribute set a piece of code stands in. */
public enum Face {
    /** The common parent. */
    READER,
    /** The immutable value. */
    VALUE,
    /** The flyweight. */
    VIEW
}
