package io.jnetlink.spec;

/**
 * One thing that is wrong with a spec.
 *
 * <p>Immutable.
 *
 * @param location where
 * @param rule which rule is broken
 * @param message what is wrong, as a sentence that names the element
 */
public record SpecProblem(Location location, Rule rule, String message) {

    /** Returns {@code file:line:column message [rule]}. */
    @Override
    public String toString() {
        return location + " " + message + " [" + rule + "]";
    }
}
