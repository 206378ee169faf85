package io.jnetlink.spec;

import java.util.Locale;

/**
 * The rule of the spec language that a problem breaks.
 *
 * <p>Immutable.
 */
public enum Rule {
    /** The text is YAML. */
    YAML_SYNTAX,
    /** The text stays within the bounds on nesting and alias expansion. */
    YAML_LIMIT,
    /** A mapping names each key once. */
    DUPLICATE_KEY,
    /** Only keys of the language occur. */
    UNKNOWN_KEY,
    /** Mandatory keys are there. */
    MISSING_KEY,
    /** A value is a mapping, list, text, number or truth value as its key demands. */
    WRONG_KIND,
    /** A word is one of those allowed in its place. */
    BAD_VALUE,
    /** A number lies within its bounds. */
    OUT_OF_RANGE,
    /** What is referred to exists. */
    UNDEFINED,
    /** Names are unique where they must be. */
    DUPLICATE_NAME,
    /** Numbers are unique where they must be. */
    DUPLICATE_NUMBER,
    /** A key goes with the type it stands beside. */
    MISPLACED_KEY,
    /** A subset only narrows its main set. */
    SUBSET,
    /** What has a size does not contain itself. */
    RECURSION,
    /** The schema level of the spec has the feature. */
    PROTOCOL,
    /** Operations say what they exchange. */
    OPERATION;

    /** Returns the name in lower case with dashes. */
    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
