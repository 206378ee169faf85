package io.jnetlink.samples.nl;

import io.jnetlink.dynamic.DynamicFamily;
import io.jnetlink.spec.SpecLoader;
import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.AttributeSetIr;
import io.jnetlink.spec.ir.Exchange;
import io.jnetlink.spec.ir.Operation;
import io.jnetlink.spec.ir.TypeIr;
import io.jnetlink.sys.Syscalls;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Asks the kernel what a generic family accepts ({@code CTRL_CMD_GETPOLICY}), and puts the spec's names to it. Used
 * once.
 */
final class PolicyReader {

    private final DynamicFamily family;
    private final DynamicFamily controller = controller();
    /** Attributes by number, by the number of their policy. */
    private final Map<Long, Map<Long, Map<?, ?>>> policies = new TreeMap<>();
    /** Numbers of policies by {@code do} and {@code dump}, by the number of their operation. */
    private final Map<Long, Map<?, ?>> operations = new TreeMap<>();

    PolicyReader(DynamicFamily family) {
        this.family = family;
    }

    private static DynamicFamily controller() {
        try (InputStream in = PolicyReader.class.getResourceAsStream("nlctrl.yaml")) {
            if (in == null) {
                throw new IllegalStateException("nlctrl.yaml is missing");
            }
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return DynamicFamily.of(new SpecLoader().parse("nlctrl.yaml", text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Policies by operation, {@code do} and {@code dump}, and attribute; of all operations, or of one. */
    Map<String, Object> read(Syscalls syscalls, Optional<String> operation) {
        if (!family.schema().isGeneric()) {
            throw new JnlException("--policy: only generic netlink tells its policies, and " + family.name()
                    + " has a protocol of its own");
        }
        try (FamilyChannel channel = FamilyChannel.open(controller, syscalls)) {
            channel.maps().dump("getpolicy", Map.of("family-name", family.name()), this::collect);
        }
        Map<String, Object> all = new LinkedHashMap<>();
        operations.forEach((number, ways) -> {
            Optional<Operation> named = named(number);
            String name = named.map(Operation::name).orElse("operation " + number);
            if (operation.isEmpty() || operation.get().equals(name)) {
                all.put(name, describe(named, ways));
            }
        });
        return all;
    }

    private void collect(Map<String, Object> message) {
        leaves(message.get("op-policy")).forEach(leaf -> operations.put((Long) leaf.get("op-id"), leaf));
        leaves(message.get("policy"))
                .forEach(leaf -> policies.computeIfAbsent((Long) leaf.get("policy-id"), p -> new TreeMap<>())
                        .put((Long) leaf.get("attr-id"), leaf));
    }

    private static List<Map<?, ?>> leaves(@Nullable Object value) {
        if (value instanceof Map<?, ?> one) {
            return List.of(one);
        } else if (value instanceof List<?> several) {
            return several.stream().<Map<?, ?>>map(l -> (Map<?, ?>) l).toList();
        }
        return List.of();
    }

    private Optional<Operation> named(long number) {
        return family.model().operations().stream()
                .filter(o -> o.doExchange()
                        .or(o::dumpExchange)
                        .map(Exchange::request)
                        .filter(r -> r.number() == number)
                        .isPresent())
                .findFirst();
    }

    private Map<String, Object> describe(Optional<Operation> operation, Map<?, ?> ways) {
        AttributeSetIr set = operation
                .flatMap(Operation::attributeSet)
                .map(family.model()::attributeSet)
                .orElse(null);
        Map<String, Object> described = new LinkedHashMap<>();
        for (String way : List.of("do", "dump")) {
            if (ways.get(way) instanceof Long policy) {
                described.put(way, attributes(policy, set, new HashSet<>()));
            }
        }
        return described;
    }

    private Object attributes(long policy, @Nullable AttributeSetIr set, Set<Long> open) {
        if (!open.add(policy)) {
            return "as above";
        }
        Map<String, Object> described = new LinkedHashMap<>();
        policies.getOrDefault(policy, Map.of()).forEach((number, facts) -> {
            Optional<AttributeIr> attribute = set == null ? Optional.empty() : set.attribute(number.intValue());
            String name = attribute.map(AttributeIr::name).orElse(number.toString());
            described.put(name, attribute(facts, attribute, open));
        });
        open.remove(policy);
        return described;
    }

    private Object attribute(Map<?, ?> facts, Optional<AttributeIr> attribute, Set<Long> open) {
        if (facts.get("policy-idx") instanceof Long inner) {
            return attributes(inner, nested(attribute), open);
        }
        StringBuilder text = new StringBuilder(String.valueOf(facts.get("type")));
        range(text, facts.get("min-value-u"), facts.get("max-value-u"), "");
        range(text, facts.get("min-value-s"), facts.get("max-value-s"), "");
        range(text, facts.get("min-length"), facts.get("max-length"), " bytes");
        mask(text, facts.get("mask"));
        mask(text, facts.get("bitfield32-mask"));
        return text.toString();
    }

    private @Nullable AttributeSetIr nested(Optional<AttributeIr> attribute) {
        if (attribute.isEmpty()) {
            return null;
        }
        TypeIr type = attribute.get().type();
        if (type instanceof TypeIr.IndexedArray array) {
            type = array.element();
        }
        return type instanceof TypeIr.Nest nest ? family.model().attributeSet(nest.attributeSet()) : null;
    }

    private static void range(StringBuilder text, @Nullable Object min, @Nullable Object max, String unit) {
        if (min != null && max != null) {
            text.append(", ").append(min).append("..").append(max).append(unit);
        } else if (max != null) {
            text.append(", at most ").append(max).append(unit);
        } else if (min != null) {
            text.append(", at least ").append(min).append(unit);
        }
    }

    private static void mask(StringBuilder text, @Nullable Object mask) {
        if (mask instanceof Number number) {
            text.append(", bits 0x").append(Long.toHexString(number.longValue()));
        }
    }
}
