package io.jnetlink.spec;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A spec that cannot be used, with all problems found in it. The message has one line per problem.
 *
 * <p>Immutable.
 */
public final class SpecException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final transient List<SpecProblem> problems;

    /**
     * Creates the exception.
     *
     * @param problems what is wrong, in file order
     * @throws IllegalArgumentException if there is no problem
     */
    public SpecException(List<SpecProblem> problems) {
        super(problems.stream().map(SpecProblem::toString).collect(Collectors.joining(System.lineSeparator())));
        if (problems.isEmpty()) {
            throw new IllegalArgumentException("a spec without problems is no exception");
        }
        this.problems = List.copyOf(problems);
    }

    /** Returns what is wrong, in file order. */
    public List<SpecProblem> problems() {
        return problems;
    }
}
