package io.jnetlink.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;

/**
 * A spec with one mistake and what must be said of it. The line of the mistake carries the comment {@code # here}; what
 * a spec needs besides is added around the body.
 */
record BrokenSpec(String title, Rule rule, String message, String text) {
    private static final String MARK = "# here";

    /** Makes a raw-protocol spec of the body. */
    static BrokenSpec raw(String title, Rule rule, String message, String body) {
        return of("netlink-raw\nprotonum: 1", title, rule, message, body);
    }

    /** Makes a generic netlink spec of the body. */
    static BrokenSpec modern(String title, Rule rule, String message, String body) {
        return of("genetlink", title, rule, message, body);
    }

    private static BrokenSpec of(String protocol, String title, Rule rule, String message, String body) {
        StringBuilder text = new StringBuilder("name: t\ndoc: d\nprotocol: " + protocol + "\n" + body);
        if (!body.contains("attribute-sets:")) {
            text.append("attribute-sets: []\n");
        }
        if (!body.contains("operations:")) {
            text.append("operations: { list: [] }\n");
        }
        return new BrokenSpec(title, rule, message, text.toString());
    }

    /** Makes a spec whose attribute set {@code s} has the attributes of the body, indented by four. */
    static BrokenSpec attributes(String title, Rule rule, String message, String attributes) {
        return raw(title, rule, message, "attribute-sets:\n- name: s\n  attributes:\n" + attributes);
    }

    List<SpecProblem> problems() {
        SpecException thrown = catchThrowableOfType(SpecException.class, () -> new SpecLoader().parse("t.yaml", text));
        assertThat(thrown).as(text).isNotNull();
        return thrown.problems();
    }

    void verify() {
        List<SpecProblem> problems = problems();
        assertThat(problems).as(text).hasSize(1);
        SpecProblem problem = problems.get(0);
        assertThat(problem.message()).isEqualTo(message);
        assertThat(problem.rule()).isEqualTo(rule);
        assertThat(problem.location().file()).isEqualTo("t.yaml");
        assertThat(problem.location().line()).as(text).isEqualTo(markedLine());
        assertThat(problem.location().column()).isPositive();
    }

    private int markedLine() {
        assertThat(text).contains(MARK);
        long lineBreaks = text.substring(0, text.indexOf(MARK))
                .chars()
                .filter(c -> c == '\n')
                .count();
        return (int) lineBreaks + 1;
    }

    @Override
    public String toString() {
        return title;
    }
}
