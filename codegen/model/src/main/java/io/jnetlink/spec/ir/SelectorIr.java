package io.jnetlink.spec.ir;

import java.util.List;
import java.util.Optional;

/**
 * The attribute whose value chooses the format of a sub-message. It stands either beside the sub-message or in an
 * enclosing attribute set; senders must write it first.
 *
 * <p>Immutable.
 *
 * @param attribute name of the selecting attribute
 * @param sources where the attribute is defined: one source with distance 0 if it stands beside the sub-message, else
 *     one per enclosing set that defines it, nearest first
 * @param enumName the enum of a numeric selector, whose entry names the formats carry; empty for a text selector
 */
public record SelectorIr(String attribute, List<Source> sources, Optional<String> enumName) {

    /** Copies the list. */
    public SelectorIr {
        sources = List.copyOf(sources);
    }

    /** Tells whether the selector stands in the same attribute set as the sub-message. */
    public boolean isLocal() {
        return sources.size() == 1 && sources.get(0).distance() == 0;
    }

    /**
     * A place that defines the selector.
     *
     * <p>Immutable.
     *
     * @param attributeSet name of the defining attribute set
     * @param distance how many attribute sets outward it lies; 0 for the set of the sub-message itself
     */
    public record Source(String attributeSet, int distance) {}
}
