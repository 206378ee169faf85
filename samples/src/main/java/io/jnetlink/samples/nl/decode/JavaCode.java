package io.jnetlink.samples.nl.decode;

import io.jnetlink.spec.JavaNames;
import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.AttributeSetIr;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.FormatIr;
import io.jnetlink.spec.ir.Operation;
import io.jnetlink.spec.ir.RequestFlag;
import io.jnetlink.spec.ir.StructIr;
import io.jnetlink.spec.ir.TypeIr;
import io.jnetlink.wire.MessageFlags;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Writes Java that builds a message with the generated classes of its family.
 *
 * <p>Immutable.
 */
final class JavaCode {

    private static final String STEP = "        ";
    private static final int NEW_FLAGS =
            MessageFlags.REPLACE | MessageFlags.EXCL | MessageFlags.CREATE | MessageFlags.APPEND;

    private final Family family;
    private final GeneratedNames names;
    private final JavaLiterals literals;

    JavaCode(Family family) {
        this.family = family;
        this.names = new GeneratedNames(family);
        this.literals = new JavaLiterals(family, names);
    }

    /** An expression of the whole request. */
    String request(Operation operation, Map<String, Object> fields, int flags) {
        StringBuilder code = new StringBuilder("Request.of(" + names.operation(operation) + ", ");
        code.append(body(operation, fields)).append(')');
        int own = operation.requestFlags().stream().mapToInt(RequestFlag::mask).reduce(0, (a, b) -> a | b);
        boolean dump = (flags & MessageFlags.DUMP) == MessageFlags.DUMP && !isNew(operation);
        int more = flags & NEW_FLAGS & ~own;
        if (more != 0 && !dump) {
            code.append('\n')
                    .append(STEP)
                    .append(".withFlags(")
                    .append(flagNames(more))
                    .append(')');
        }
        return code.toString();
    }

    private static boolean isNew(Operation operation) {
        return operation.dumpExchange().isEmpty();
    }

    private static String flagNames(int flags) {
        List<String> parts = new ArrayList<>();
        Map.of(
                        "REPLACE",
                        MessageFlags.REPLACE,
                        "EXCL",
                        MessageFlags.EXCL,
                        "CREATE",
                        MessageFlags.CREATE,
                        "APPEND",
                        MessageFlags.APPEND)
                .entrySet()
                .stream()
                .filter(e -> (flags & e.getValue()) != 0)
                .map(e -> "MessageFlags." + e.getKey())
                .sorted()
                .forEach(parts::add);
        return String.join(" | ", parts);
    }

    /** An expression of the body. */
    String body(Operation operation, Map<String, Object> fields) {
        AttributeSetIr set = family.attributeSet(
                operation.attributeSet().orElseThrow(() -> new IllegalArgumentException("it has no attributes")));
        if (operation.fixedHeader().isEmpty()) {
            return names.set(set.name()) + ".builder()" + setters(set, fields, Map.of(), 1) + ".build()";
        }
        StructIr header = family.struct(operation.fixedHeader().get());
        Map<String, Object> members = members(header, set, fields);
        Map<String, Object> rest = new LinkedHashMap<>(fields);
        header.members().forEach(m -> rest.remove(key(header, set, m.name())));
        String head = literals.setters(header, members);
        String attributes = setters(set, rest, Map.of(), 2);
        return names.body(set.name(), header.name())
                + ".builder()"
                + (head.isEmpty() ? "" : newLine(1) + ".header(h -> h" + head + ")")
                + (attributes.isEmpty() ? "" : newLine(1) + ".attributes(a -> a" + attributes + ")")
                + newLine(1)
                + ".build()";
    }

    private static String key(StructIr header, AttributeSetIr set, String member) {
        return set.attribute(member).isPresent() ? header.name() + "." + member : member;
    }

    private static Map<String, Object> members(StructIr header, AttributeSetIr set, Map<String, Object> fields) {
        Map<String, Object> members = new LinkedHashMap<>();
        header.members().forEach(m -> {
            Object value = fields.get(key(header, set, m.name()));
            if (value != null) {
                members.put(m.name(), value);
            }
        });
        return members;
    }

    private static String newLine(int depth) {
        return "\n" + STEP.repeat(depth);
    }

    /**
     * Calls of a builder's setters, in the order of the map.
     *
     * @param outer fields of the lists around, in which selectors may stand
     */
    private String setters(AttributeSetIr set, Map<String, ?> fields, Map<String, ?> outer, int depth) {
        Map<String, String> setterNames = names.setters(set.attributes());
        Map<String, Object> around = new LinkedHashMap<>(outer);
        around.putAll(fields);
        StringBuilder code = new StringBuilder();
        fields.forEach((name, value) -> {
            Optional<AttributeIr> attribute = set.attribute(name);
            String setter = setterNames.get(name);
            if (attribute.isEmpty() || setter == null) {
                code.append(newLine(depth))
                        .append("/* ")
                        .append(name)
                        .append(": ")
                        .append(value)
                        .append(" */");
            } else if (attribute.get().multiple() && !set.ordered() && value instanceof List<?> list) {
                list.forEach(v -> code.append(newLine(depth))
                        .append(setter(set, attribute.get(), JavaNames.prefixed("add", setter), v, around, depth)));
            } else {
                code.append(newLine(depth)).append(setter(set, attribute.get(), setter, value, around, depth));
            }
        });
        return code.toString();
    }

    private String setter(
            AttributeSetIr set, AttributeIr attribute, String setter, Object value, Map<String, ?> around, int depth) {
        TypeIr type = attribute.sentType();
        if (set.ordered() && type instanceof TypeIr.Flag) {
            return "." + setter + "()";
        } else if (type instanceof TypeIr.Nest nest) {
            return "." + setter + "(" + lambda(family.attributeSet(nest.attributeSet()), value, around, depth) + ")";
        } else if (type instanceof TypeIr.SubMessage message && value instanceof Map) {
            return subMessage(set, setter, message, value, around, depth);
        } else if (type instanceof TypeIr.IndexedArray array) {
            return "." + setter + "(" + indexed(attribute, array, (List<?>) value, around, depth) + ")";
        } else if (type instanceof TypeIr.NestTypeValue levels) {
            return leaves(attribute, setter, levels, value, around, depth);
        }
        return "." + setter + "(" + literals.value(attribute, type, value) + ")";
    }

    private String lambda(AttributeSetIr set, Object value, Map<String, ?> around, int depth) {
        String name = String.valueOf((char) ('a' + Math.min(depth - 1, 25)));
        StringBuilder calls = new StringBuilder();
        // A list whose order counts comes as one map for each attribute.
        List<?> parts = value instanceof List<?> list ? list : List.of(value);
        parts.forEach(part -> calls.append(setters(set, fields(part), around, depth + 1)));
        return name + " -> " + (calls.length() == 0 ? "{}" : name + calls);
    }

    private static Map<String, ?> fields(Object value) {
        Map<String, Object> fields = new LinkedHashMap<>();
        ((Map<?, ?>) value).forEach((k, v) -> fields.put(k.toString(), v));
        return fields;
    }

    private String subMessage(
            AttributeSetIr set,
            String setter,
            TypeIr.SubMessage message,
            Object value,
            Map<String, ?> around,
            int depth) {
        Object selector = around.get(message.selector().attribute());
        FormatIr format = family.subMessage(message.subMessageName()).formats().stream()
                .filter(f -> f.value().equals(String.valueOf(selector)))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no format of " + set.name() + " for "
                        + message.selector().attribute()));
        List<String> arguments = new ArrayList<>();
        Map<String, ?> fields = fields(value);
        if (format.fixedHeader().isPresent()) {
            StructIr header = family.struct(format.fixedHeader().get());
            arguments.add(literals.struct(header, fields));
            Map<String, Object> rest = new LinkedHashMap<>(fields);
            header.members().forEach(m -> rest.remove(m.name()));
            fields = rest;
        }
        if (format.attributeSet().isPresent()) {
            arguments.add(lambda(family.attributeSet(format.attributeSet().get()), fields, around, depth));
        }
        String name = setter + JavaNames.prefixed("", JavaNames.member(format.value()));
        return "." + name + "(" + String.join(", ", arguments) + ")";
    }

    private String indexed(
            AttributeIr attribute, TypeIr.IndexedArray array, List<?> elements, Map<String, ?> around, int depth) {
        List<String> parts = new ArrayList<>();
        String first = "";
        for (Object element : elements) {
            Object value = element;
            boolean numbered = element instanceof Map<?, ?> map
                    && map.size() == 1
                    && map.keySet().iterator().next().toString().matches("\\d+");
            if (numbered) {
                Map.Entry<?, ?> only =
                        ((Map<?, ?>) element).entrySet().iterator().next();
                first = parts.isEmpty() ? only.getKey() + ", " : first;
                value = only.getValue();
            }
            parts.add(value(attribute, array.element(), value, around, depth));
        }
        return first + "List.of(" + String.join(", ", parts) + ")";
    }

    private String value(AttributeIr attribute, TypeIr type, Object value, Map<String, ?> around, int depth) {
        return type instanceof TypeIr.Nest nest
                ? names.set(nest.attributeSet()) + ".builder()"
                        + setters(family.attributeSet(nest.attributeSet()), fields(value), around, depth + 1)
                        + ".build()"
                : literals.value(attribute, type, value);
    }

    private String leaves(
            AttributeIr attribute,
            String setter,
            TypeIr.NestTypeValue levels,
            Object value,
            Map<String, ?> around,
            int depth) {
        List<?> leaves = value instanceof List<?> list ? list : List.of(value);
        StringBuilder code = new StringBuilder();
        for (Object each : leaves) {
            Map<String, Object> leaf = new LinkedHashMap<>(fields(each));
            List<String> arguments = new ArrayList<>();
            levels.levels().forEach(l -> arguments.add(String.valueOf(leaf.remove(l))));
            Object inner = levels.inner() instanceof TypeIr.Nest ? leaf : leaf.get("value");
            arguments.add(value(attribute, levels.inner(), inner, around, depth));
            code.append('.')
                    .append(setter)
                    .append('(')
                    .append(String.join(", ", arguments))
                    .append(')');
        }
        return code.toString();
    }
}
