package io.jnetlink.spec.resolve;

import io.jnetlink.spec.Location;
import io.jnetlink.spec.Rule;
import io.jnetlink.spec.ir.Protocol;
import io.jnetlink.spec.yaml.Problems;
import io.jnetlink.spec.yaml.YamlList;
import io.jnetlink.spec.yaml.YamlMap;
import io.jnetlink.spec.yaml.YamlNode;
import io.jnetlink.spec.yaml.YamlScalar;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A mapping of the spec with a name for messages: typed access to its values, where anything unfit becomes a problem
 * and then looks absent.
 *
 * <p>Not thread-safe.
 */
final class Section {
    private static final Pattern NAME = Pattern.compile("[0-9A-Za-z_-]+");

    private static final Pattern RELEASE = Pattern.compile("[0-9]+\\.[0-9]+(\\.[0-9]+)?");

    private final YamlMap map;
    private final String title;
    private final Problems problems;

    Section(YamlMap map, String title, Problems problems) {
        this.map = map;
        this.title = title;
        this.problems = problems;
    }

    /** Returns how messages call this element, for example {@code attribute 'mtu'}. */
    String title() {
        return title;
    }

    Location location() {
        return map.location();
    }

    /** Returns where a key's value stands, or where the section does if it has no such key. */
    Location location(String key) {
        return map.entry(key).map(e -> e.value().location()).orElse(map.location());
    }

    boolean has(String key) {
        return map.entry(key).isPresent();
    }

    Section titled(String newTitle) {
        return new Section(map, newTitle, problems);
    }

    Section overlaidBy(Section over) {
        return new Section(map.overlaidBy(over.map), over.title, problems);
    }

    /** Reports a problem with this element as a whole. */
    void report(Rule rule, String message) {
        problems.add(location(), rule, title + ": " + message);
    }

    /** Reports a problem with the value of a key. */
    void report(String key, Rule rule, String message) {
        problems.add(location(key), rule, title + ": " + message);
    }

    /** Reports a problem with something inside this element. */
    void report(Location place, Rule rule, String message) {
        problems.add(place, rule, title + ": " + message);
    }

    /** Reports keys that the element may not have, or not at this schema level. */
    void allow(Keys keys, Protocol protocol) {
        for (YamlMap.Entry entry : map.entries()) {
            String key = entry.key();
            if (!keys.knows(key)) {
                String message = "unknown key '%s' in %s; known: %s".formatted(key, title, keys.alternatives(key));
                problems.add(entry.location(), Rule.UNKNOWN_KEY, message);
            } else if (keys.level(key).compareTo(protocol) > 0) {
                String message = "%s: key '%s' needs protocol %s, but the spec is %s"
                        .formatted(title, key, keys.level(key).specName(), protocol.specName());
                problems.add(entry.location(), Rule.PROTOCOL, message);
            }
        }
    }

    /** Reports the absence of a key. */
    void require(String key) {
        if (!has(key)) {
            report(Rule.MISSING_KEY, "the key '" + key + "' is missing");
        }
    }

    /** Returns a text. */
    Optional<String> text(String key) {
        return scalar(key, "a text", YamlScalar.Type.TEXT).map(YamlScalar::text);
    }

    /** Returns a text that may be left empty, in which case it looks absent. */
    Optional<String> optionalText(String key) {
        return scalar(key, "a text or empty", YamlScalar.Type.TEXT, YamlScalar.Type.NULL)
                .filter(s -> s.type() == YamlScalar.Type.TEXT)
                .map(YamlScalar::text);
    }

    /** Returns any scalar that is not empty, as it is spelled. */
    Optional<String> spelling(String key) {
        return scalar(
                        key,
                        "a text",
                        YamlScalar.Type.TEXT,
                        YamlScalar.Type.INTEGER,
                        YamlScalar.Type.FLOAT,
                        YamlScalar.Type.TRUTH)
                .map(YamlScalar::text);
    }

    /** Returns the description, or an empty text. */
    String doc() {
        return text("doc").map(String::strip).orElse("");
    }

    /** Returns a text that has the form of a name. */
    Optional<String> name(String key) {
        Optional<String> name = text(key);
        if (name.isPresent() && !NAME.matcher(name.get()).matches()) {
            String form = "'%s' is no name: letters, digits, '-' and '_' only".formatted(name.get());
            report(key, Rule.BAD_VALUE, form);
            return Optional.empty();
        }
        return name;
    }

    /** Returns the mandatory name of the element. */
    Optional<String> requiredName() {
        require("name");
        return name("name");
    }

    /** Returns a kernel release such as {@code 6.18}, which YAML may take for a number. */
    Optional<String> release(String key) {
        Optional<String> release = spelling(key);
        if (release.isPresent() && !RELEASE.matcher(release.get()).matches()) {
            report(key, Rule.BAD_VALUE, "'%s' is no kernel version such as 6.18".formatted(release.get()));
            return Optional.empty();
        }
        return release;
    }

    /** Returns a truth value, false if absent. */
    boolean truth(String key) {
        return truth(key, false);
    }

    /** Returns a truth value. */
    boolean truth(String key, boolean absent) {
        return scalar(key, "true or false", YamlScalar.Type.TRUTH)
                .flatMap(YamlScalar::truth)
                .orElse(absent);
    }

    /** Returns a number within bounds. */
    Optional<Long> integer(String key, long min, long max) {
        return scalar(key, "a number", YamlScalar.Type.INTEGER).flatMap(s -> bounded(key, s, min, max));
    }

    /** Returns a scalar of whatever type. */
    Optional<YamlScalar> scalar(String key) {
        return scalar(key, "a text or a number", YamlScalar.Type.TEXT, YamlScalar.Type.INTEGER);
    }

    /** Returns one of the words of a table. */
    <T> Optional<T> word(String key, Map<String, T> words) {
        return text(key).flatMap(w -> lookup(key, location(key), w, words));
    }

    /** Returns a list of words of a table. */
    <T> List<T> words(String key, Map<String, T> words) {
        List<T> result = new ArrayList<>();
        for (YamlScalar item : texts(key)) {
            lookup(key, item.location(), item.text(), words).ifPresent(result::add);
        }
        return result;
    }

    /** Returns the items of a list of texts. */
    List<YamlScalar> texts(String key) {
        List<YamlScalar> result = new ArrayList<>();
        for (YamlNode item : items(key)) {
            if (item instanceof YamlScalar scalar && scalar.type() == YamlScalar.Type.TEXT) {
                result.add(scalar);
            } else {
                wrongKind(item.location(), "an item of '" + key + "'", "a text", item);
            }
        }
        return result;
    }

    /** Returns the items of a list of mappings, titled by their names, for example {@code attribute 'mtu'}. */
    List<Section> sections(String key, String noun) {
        List<Section> result = new ArrayList<>();
        for (YamlNode item : items(key)) {
            if (item instanceof YamlMap itemMap) {
                result.add(new Section(itemMap, nameIn(itemMap, noun), problems));
            } else {
                wrongKind(item.location(), "an item of '" + key + "'", "a mapping", item);
            }
        }
        return result;
    }

    /** Returns the items of a list. */
    List<YamlNode> items(String key) {
        Optional<YamlNode> value = map.entry(key).map(YamlMap.Entry::value);
        if (value.isPresent() && value.get() instanceof YamlList list) {
            return list.items();
        }
        value.ifPresent(v -> wrongKind(v.location(), "'" + key + "'", "a list", v));
        return List.of();
    }

    /** Returns a mapping below this one. */
    Optional<Section> section(String key) {
        Optional<YamlNode> value = map.entry(key).map(YamlMap.Entry::value);
        if (value.isPresent() && value.get() instanceof YamlMap inner) {
            return Optional.of(new Section(inner, "'" + key + "' of " + title, problems));
        }
        value.ifPresent(v -> wrongKind(v.location(), "'" + key + "'", "a mapping", v));
        return Optional.empty();
    }

    /** Returns the mapping of a list item that may also be a mere name. */
    Optional<Section> itemSection(YamlNode item, String noun) {
        if (item instanceof YamlMap itemMap) {
            return Optional.of(new Section(itemMap, nameIn(itemMap, noun), problems));
        }
        if (item instanceof YamlScalar scalar && scalar.type() == YamlScalar.Type.TEXT) {
            YamlMap.Entry name = new YamlMap.Entry("name", item.location(), item);
            YamlMap itemMap = new YamlMap(item.location(), List.of(name), 1);
            return Optional.of(new Section(itemMap, nameIn(itemMap, noun), problems));
        }
        wrongKind(item.location(), "an " + noun, "a text or a mapping", item);
        return Optional.empty();
    }

    private static String nameIn(YamlMap map, String noun) {
        Optional<YamlNode> name = map.entry("name").or(() -> map.entry("value")).map(YamlMap.Entry::value);
        if (name.isPresent() && name.get() instanceof YamlScalar scalar) {
            return noun + " '" + scalar.text() + "'";
        }
        return noun;
    }

    private Optional<YamlScalar> scalar(String key, String wanted, YamlScalar.Type... types) {
        Optional<YamlNode> value = map.entry(key).map(YamlMap.Entry::value);
        if (value.isEmpty()) {
            return Optional.empty();
        }
        if (value.get() instanceof YamlScalar scalar && List.of(types).contains(scalar.type())) {
            return Optional.of(scalar);
        }
        wrongKind(value.get().location(), "'" + key + "'", wanted, value.get());
        return Optional.empty();
    }

    private Optional<Long> bounded(String key, YamlScalar scalar, long min, long max) {
        Optional<BigInteger> number = scalar.integer();
        boolean fits = number.isPresent()
                && number.get().compareTo(BigInteger.valueOf(min)) >= 0
                && number.get().compareTo(BigInteger.valueOf(max)) <= 0;
        if (!fits) {
            String message = "'%s' must lie between %d and %d, but is %s".formatted(key, min, max, scalar.text());
            report(key, Rule.OUT_OF_RANGE, message);
            return Optional.empty();
        }
        return number.map(BigInteger::longValueExact);
    }

    private <T> Optional<T> lookup(String key, Location place, String word, Map<String, T> words) {
        Optional<T> found = Optional.ofNullable(words.get(word));
        if (found.isEmpty()) {
            String known = words.keySet().stream().sorted().collect(Collectors.joining(", "));
            String message = "%s: '%s' is no %s; known: %s".formatted(title, word, key, known);
            problems.add(place, Rule.BAD_VALUE, message);
        }
        return found;
    }

    private void wrongKind(Location place, String what, String wanted, YamlNode actual) {
        String message = "%s: %s must be %s, but is %s".formatted(title, what, wanted, actual.kind());
        problems.add(place, Rule.WRONG_KIND, message);
    }
}
