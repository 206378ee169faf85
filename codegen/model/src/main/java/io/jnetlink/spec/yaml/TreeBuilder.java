package io.jnetlink.spec.yaml;

import io.jnetlink.spec.Location;
import io.jnetlink.spec.Rule;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.snakeyaml.engine.v2.events.ScalarEvent;

/**
 * Builds the tree from parser events with a stack of its own, so that depth is bounded by a limit and not by the
 * thread's stack. Aliased nodes are shared; their weight counts at every use, which bounds what readers of the tree
 * will visit.
 *
 * <p>Not thread-safe.
 */
final class TreeBuilder {
    private static final int MAX_DEPTH = 64;
    private static final long MAX_WEIGHT = 500_000;
    private static final String CORE_TAG = "tag:yaml.org,2002:";

    private final Problems problems;
    private final Deque<OpenCollection> open = new ArrayDeque<>();
    private final Map<String, YamlNode> anchors = new HashMap<>();
    private @Nullable YamlNode root;
    private int documents;
    private boolean stopped;

    TreeBuilder(Problems problems) {
        this.problems = problems;
    }

    boolean wantsMore() {
        return !stopped;
    }

    Optional<YamlNode> root() {
        return Optional.ofNullable(root);
    }

    void startDocument(Location location) {
        documents++;
        if (documents > 1) {
            stop(location, Rule.YAML_SYNTAX, "a spec is one YAML document, but a second one starts here");
        }
    }

    void scalar(Location location, ScalarEvent event, Optional<String> anchor) {
        YamlScalar.Type type = event.isPlain() ? YamlScalar.typeOfPlain(event.getValue()) : YamlScalar.Type.TEXT;
        String tag = event.getTag().orElse("");
        if (tag.equals("!") || tag.equals(CORE_TAG + "str")) {
            type = YamlScalar.Type.TEXT;
        } else if (!tag.isEmpty()) {
            rejectTag(location, tag);
        }
        complete(new YamlScalar(location, event.getValue(), type), anchor);
    }

    void alias(Location location, String anchor) {
        YamlNode target = anchors.get(anchor);
        if (target != null) {
            place(target, location);
            return;
        }
        boolean unfinished = open.stream().anyMatch(c -> c.anchor().equals(Optional.of(anchor)));
        String what = unfinished ? "alias '*%s' stands inside its own anchor" : "alias '*%s' has no anchor";
        stop(location, Rule.YAML_SYNTAX, what.formatted(anchor));
    }

    void startMap(Location location, Optional<String> tag, Optional<String> anchor) {
        tag.filter(t -> !t.equals(CORE_TAG + "map")).ifPresent(t -> rejectTag(location, t));
        push(OpenCollection.map(location, anchor));
    }

    void startList(Location location, Optional<String> tag, Optional<String> anchor) {
        tag.filter(t -> !t.equals(CORE_TAG + "seq")).ifPresent(t -> rejectTag(location, t));
        push(OpenCollection.list(location, anchor));
    }

    void endCollection() {
        OpenCollection collection = open.pop();
        complete(collection.close(), collection.anchor());
    }

    private void push(OpenCollection collection) {
        // An anchor is in force from here on: inside the collection the name must not reach an older node.
        collection.anchor().ifPresent(anchors::remove);
        open.push(collection);
        if (open.size() > MAX_DEPTH) {
            stop(collection.location(), Rule.YAML_LIMIT, "nested more than " + MAX_DEPTH + " levels deep");
        }
    }

    private void complete(YamlNode node, Optional<String> anchor) {
        anchor.ifPresent(name -> anchors.put(name, node));
        place(node, node.location());
    }

    private void place(YamlNode node, Location location) {
        if (node.weight() > MAX_WEIGHT) {
            stop(location, Rule.YAML_LIMIT, "aliases expand to more than " + MAX_WEIGHT + " values");
        } else if (open.isEmpty()) {
            root = node;
        } else {
            open.element().accept(node, location, problems);
        }
    }

    private void rejectTag(Location location, String tag) {
        problems.add(location, Rule.WRONG_KIND, "the tag '" + tag + "' has no meaning in a spec");
    }

    private void stop(Location location, Rule rule, String message) {
        problems.add(location, rule, message);
        stopped = true;
    }
}
