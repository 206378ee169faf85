package io.jnetlink.samples.golden;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * The account of a comparison over many records.
 *
 * <p>Not thread-safe.
 */
final class Comparison {

    private final String name;
    private final KnownDifferences known;
    private final Map<String, String> unexpected = new LinkedHashMap<>();
    private final List<String> expected = new ArrayList<>();
    private final List<String> outdated = new ArrayList<>();
    private final Map<String, Integer> outOfScope = new TreeMap<>();
    private int matched;
    private int total;

    Comparison(String name, KnownDifferences known) {
        this.name = name;
        this.known = known;
    }

    /** Counts a record that is not compared. */
    void skip(String reason) {
        outOfScope.merge(reason, 1, Integer::sum);
    }

    /** Counts a compared record. */
    void add(GoldenRecord record, Optional<String> difference) {
        add(record.id(), record.toString(), difference);
    }

    /** Counts something compared that has a name of its own, and a title for whoever reads of it. */
    void add(String id, String title, Optional<String> difference) {
        total++;
        boolean listed = known.reason(id).isPresent();
        if (difference.isEmpty()) {
            matched++;
            if (listed) {
                outdated.add(id);
            }
        } else if (listed) {
            expected.add(id);
        } else {
            unexpected.put(title, difference.get());
        }
    }

    int matched() {
        return matched;
    }

    int total() {
        return total;
    }

    /** One line: how many are the same, how many were left out and why. */
    String summary() {
        StringBuilder line = new StringBuilder(name + ": " + matched + "/" + total + " the same");
        if (!expected.isEmpty()) {
            line.append(", ").append(expected.size()).append(" differ as listed");
        }
        if (!unexpected.isEmpty()) {
            line.append(", ").append(unexpected.size()).append(" differ");
        }
        outOfScope.forEach((reason, count) -> line.append("; ")
                .append(count)
                .append(" not compared (")
                .append(reason)
                .append(")"));
        return line.toString();
    }

    /** Every difference that nothing explains, and every explanation that explains nothing; empty when all is well. */
    List<String> failures() {
        List<String> failures = new ArrayList<>();
        unexpected.forEach((record, difference) -> failures.add(record + "\n" + difference.indent(4)));
        outdated.forEach(id -> failures.add(id + " is listed as different and is not"));
        return failures;
    }
}
