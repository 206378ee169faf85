package io.jnetlink.samples.nl;

import io.jnetlink.dynamic.DynamicFamily;
import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.AttributeSetIr;
import io.jnetlink.spec.ir.Exchange;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.MemberIr;
import io.jnetlink.spec.ir.Operation;
import io.jnetlink.spec.ir.OperationKind;
import io.jnetlink.spec.ir.OperationMessage;
import io.jnetlink.spec.ir.TypeIr;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What a spec says about its operations.
 *
 * <p>Immutable.
 *
 * @param family the family
 */
record OperationText(DynamicFamily family) {

    private Family model() {
        return family.model();
    }

    /** Names of the operations that can be asked for. */
    List<String> requests() {
        return model().operations().stream()
                .filter(o -> o.kind() == OperationKind.REQUEST)
                .map(Operation::name)
                .toList();
    }

    /** Names of everything that has a message. */
    List<String> messages() {
        return model().operations().stream()
                .filter(o -> o.kind() != OperationKind.RESERVED)
                .map(Operation::name)
                .toList();
    }

    /** A line for people: the name, and what it can do. */
    String describe(String name) {
        Operation operation = model().operation(name);
        List<String> ways = new ArrayList<>();
        operation.doExchange().ifPresent(e -> ways.add("do"));
        operation.dumpExchange().ifPresent(e -> ways.add("dump"));
        operation.message().ifPresent(m -> ways.add("notification"));
        return name + "  [" + String.join(", ", ways) + "]"
                + (operation.doc().isEmpty() ? "" : "  " + firstSentence(operation.doc()));
    }

    private static String firstSentence(String doc) {
        String line = doc.strip().replaceAll("\\s+", " ");
        int end = line.indexOf(". ");
        return end < 0 ? line : line.substring(0, end + 1);
    }

    /** Header and attributes of each message of an operation, with their types. */
    Map<String, Object> attributes(String name) {
        family.operation(name);
        Operation operation = model().operation(name);
        Map<String, Object> all = new LinkedHashMap<>();
        operation.fixedHeader().ifPresent(h -> all.put("header " + h, members(h)));
        exchange(all, "do", operation, operation.doExchange());
        exchange(all, "dump", operation, operation.dumpExchange());
        operation.message().ifPresent(m -> all.put("notification", list(operation, m)));
        return all;
    }

    private void exchange(Map<String, Object> all, String what, Operation operation, Optional<Exchange> exchange) {
        exchange.ifPresent(e -> {
            all.put(what + " request", list(operation, e.request()));
            e.reply().ifPresent(r -> all.put(what + " reply", list(operation, r)));
        });
    }

    private Map<String, Object> members(String struct) {
        Map<String, Object> members = new LinkedHashMap<>();
        for (MemberIr member : model().struct(struct).members()) {
            if (!(member.type() instanceof TypeIr.Pad)) {
                members.put(member.name(), TypeText.of(member.type()));
            }
        }
        return members;
    }

    private Map<String, Object> list(Operation operation, OperationMessage message) {
        Map<String, Object> attributes = new LinkedHashMap<>();
        operation.attributeSet().ifPresent(name -> {
            AttributeSetIr set = model().attributeSet(name);
            for (String attribute : message.attributes()) {
                set.attribute(attribute).ifPresent(a -> attributes.put(attribute, describe(a)));
            }
        });
        return attributes;
    }

    private static String describe(AttributeIr attribute) {
        String doc = attribute.doc().isEmpty() ? "" : "  " + firstSentence(attribute.doc());
        return TypeText.of(attribute.type()) + (attribute.multiple() ? ", several" : "") + doc;
    }
}
