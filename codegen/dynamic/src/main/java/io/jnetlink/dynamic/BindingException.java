package io.jnetlink.dynamic;

import java.util.List;

/** An interface or record does not fit the spec; names every mismatch, with the Java element and the spec's. */
public final class BindingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String[] mismatches;

    /**
     * @param type the interface or record
     * @param mismatches one sentence each
     */
    public BindingException(Class<?> type, List<String> mismatches) {
        super(type.getName() + " cannot be bound:"
                + String.join("", mismatches.stream().map(m -> "\n  " + m).toList()));
        this.mismatches = mismatches.toArray(String[]::new);
    }

    /** One sentence for each mismatch, in the order in which they were found. */
    public List<String> mismatches() {
        return List.of(mismatches);
    }
}
