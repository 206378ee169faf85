package io.jnetlink.spec.resolve;

import io.jnetlink.spec.Rule;
import io.jnetlink.spec.ir.Exchange;
import io.jnetlink.spec.ir.Operation;
import io.jnetlink.spec.ir.OperationKind;
import io.jnetlink.spec.ir.OperationMessage;
import io.jnetlink.spec.ir.OperationModel;
import io.jnetlink.spec.ir.Protocol;
import io.jnetlink.spec.yaml.YamlScalar;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;

/**
 * Reads the operations: numbers them, then resolves their messages.
 *
 * <p>Not thread-safe.
 */
final class OperationReader {
    private static final int MAX_COMMAND = 0xff;
    private static final int MAX_MESSAGE_TYPE = 0xffff;

    private final Context context;
    private final Map<String, AttributeSpace> spaces;
    private final Set<String> structs;
    private final Set<String> groups;
    private final Map<String, OperationEntry> entries = new LinkedHashMap<>();
    private final int maxNumber;
    private OperationModel model = OperationModel.UNIFIED;

    OperationReader(Context context, Map<String, AttributeSpace> spaces, Set<String> structs, Set<String> groups) {
        this.context = context;
        this.spaces = spaces;
        this.structs = structs;
        this.groups = groups;
        this.maxNumber = context.protocol().isGeneric() ? MAX_COMMAND : MAX_MESSAGE_TYPE;
    }

    OperationModel model() {
        return model;
    }

    List<Operation> read(Section family) {
        Optional<Section> found = family.section("operations");
        if (found.isEmpty()) {
            return List.of();
        }
        Section operations = found.get().titled("operations");
        operations.allow(Keys.OPERATIONS, context.protocol());
        operations.require("list");
        for (String key : List.of("enum-name", "async-enum")) {
            operations.optionalText(key);
        }
        model = operations.word("enum-model", Words.MODELS).orElse(OperationModel.UNIFIED);
        if (model == OperationModel.DIRECTIONAL && context.protocol().compareTo(Protocol.GENETLINK_LEGACY) < 0) {
            String message = "the directional model needs protocol genetlink-legacy, but the spec is ";
            operations.report(
                    "enum-model", Rule.PROTOCOL, message + context.protocol().specName());
        }
        number(operations);
        Optional<String> header = header(operations);
        Optional<String> prefix = context.cNames().operationPrefix(operations);
        Optional<String> asyncPrefix =
                operations.text("async-prefix").map(CNames::upper).or(() -> prefix);
        List<Operation> result = new ArrayList<>();
        for (OperationEntry entry : entries.values()) {
            boolean announcement = entry.kind() == OperationKind.NOTIFICATION || entry.kind() == OperationKind.EVENT;
            result.add(operation(entry, header, announcement ? asyncPrefix : prefix));
        }
        return result;
    }

    private void number(Section operations) {
        OperationNumbering numbering = model == OperationModel.UNIFIED
                ? OperationNumbering.unified(maxNumber)
                : OperationNumbering.directional(maxNumber);
        for (Section section : operations.sections("list", "operation")) {
            section.allow(Keys.OPERATION, context.protocol());
            section.require("doc");
            String name = section.requiredName().orElse("");
            OperationEntry entry = numbering.next(name, section, kind(section));
            if (!name.isEmpty()) {
                context.addUnique(entries, name, entry, section);
            }
        }
    }

    private OperationKind kind(Section section) {
        boolean request = section.has("do") || section.has("dump");
        boolean notification = section.has("notify");
        boolean event = section.has("event");
        if ((request ? 1 : 0) + (notification ? 1 : 0) + (event ? 1 : 0) > 1) {
            section.report(Rule.OPERATION, "'do' or 'dump', 'notify' and 'event' exclude each other");
        }
        if (request) {
            return OperationKind.REQUEST;
        }
        if (!notification && !event && model == OperationModel.DIRECTIONAL) {
            String message = "in a directional model an operation needs 'do', 'dump', 'notify' or 'event'";
            section.report(Rule.OPERATION, message);
        }
        if (event) {
            return OperationKind.EVENT;
        }
        return notification ? OperationKind.NOTIFICATION : OperationKind.RESERVED;
    }

    private Optional<String> header(Section section) {
        return section.text("fixed-header")
                .filter(h -> context.isDefined(section, "fixed-header", "struct", h, structs));
    }

    private Operation operation(OperationEntry entry, Optional<String> familyHeader, Optional<String> prefix) {
        Section section = entry.section();
        checkKernelSide(section);
        Optional<String> setName = attributeSet(section);
        Optional<AttributeSpace> space = setName.map(spaces::get);
        Optional<String> header = section.has("fixed-header") ? header(section) : familyHeader;
        String misplaced = entry.kind() == OperationKind.REQUEST ? "mcgrp" : "x-flags";
        if (section.has(misplaced)) {
            String message = "key '%s' has no meaning for this kind of operation".formatted(misplaced);
            section.report(misplaced, Rule.MISPLACED_KEY, message);
        }
        Optional<Exchange> doExchange = section.section("do").map(s -> exchange(s, entry, entry.replyNumber(), space));
        Optional<Exchange> dumpExchange =
                section.section("dump").map(s -> exchange(s, entry, entry.replyNumber(), space));
        Optional<OperationEntry> notified = notified(section);
        return new Operation(
                entry.name(),
                section.doc(),
                entry.kind(),
                notified.isPresent() ? attributeSet(notified.get().section()) : setName,
                header,
                doExchange,
                dumpExchange,
                announcement(entry, notified, space),
                notified.map(OperationEntry::name),
                section.text("mcgrp").filter(g -> context.isDefined(section, "mcgrp", "multicast group", g, groups)),
                section.words("flags", Words.PERMISSIONS),
                section.words("x-flags", Words.REQUEST_FLAGS),
                context.cNames().named(section, entry.name(), prefix),
                section.release("x-since"));
    }

    private static void checkKernelSide(Section section) {
        section.words("dont-validate", Words.LOOSENINGS);
        section.text("config-cond");
    }

    private Optional<String> attributeSet(Section section) {
        return section.text("attribute-set")
                .filter(s -> context.isDefined(section, "attribute-set", "attribute-set", s, spaces.keySet()));
    }

    private Exchange exchange(
            Section section, OperationEntry entry, OptionalInt replyNumber, Optional<AttributeSpace> space) {
        section.allow(Keys.EXCHANGE, context.protocol());
        section.text("pre");
        section.text("post");
        Optional<Section> request = section.section("request");
        Optional<Section> reply = section.section("reply");
        request.ifPresent(this::checkMessage);
        reply.ifPresent(this::checkMessage);
        int requestNumber = OperationNumbering.ownNumber(request, maxNumber)
                .orElse(entry.requestNumber().orElse(0));
        OperationMessage sent = new OperationMessage(requestNumber, attributes(request, space));
        return new Exchange(sent, reply.map(r -> {
            OptionalInt number = OperationNumbering.ownNumber(reply, maxNumber);
            if (number.isEmpty() && replyNumber.isEmpty()) {
                r.report(Rule.OPERATION, "it has no number, as 'do' has no reply: give it a 'value'");
            }
            return new OperationMessage(number.orElse(replyNumber.orElse(0)), attributes(reply, space));
        }));
    }

    private void checkMessage(Section message) {
        message.allow(Keys.MESSAGE, context.protocol());
        if (model == OperationModel.UNIFIED && message.has("value")) {
            String text = "a message has a number of its own in a directional model only";
            message.report("value", Rule.OPERATION, text);
        }
    }

    private static List<String> attributes(Optional<Section> message, Optional<AttributeSpace> space) {
        Set<String> names = new LinkedHashSet<>();
        for (YamlScalar name : message.map(m -> m.texts("attributes")).orElse(List.of())) {
            Section m = message.get();
            if (space.isEmpty()) {
                m.report(
                        "attributes",
                        Rule.MISSING_KEY,
                        "attributes are listed, but the operation has no 'attribute-set'");
                return List.of();
            }
            if (space.get().entry(name.text()).isEmpty()) {
                String text = "attribute '%s' is not defined in attribute-set '%s'";
                m.report(
                        name.location(),
                        Rule.UNDEFINED,
                        text.formatted(name.text(), space.get().name()));
            } else {
                names.add(name.text());
            }
        }
        return new ArrayList<>(names);
    }

    private Optional<OperationEntry> notified(Section section) {
        Optional<String> name = section.text("notify")
                .filter(n -> context.isDefined(section, "notify", "operation", n, entries.keySet()));
        Optional<OperationEntry> target = name.map(entries::get);
        if (target.isPresent() && target.get().kind() != OperationKind.REQUEST) {
            String message = "operation '%s' has neither 'do' nor 'dump' whose reply could be repeated";
            section.report(
                    "notify", Rule.OPERATION, message.formatted(target.get().name()));
        }
        return target;
    }

    private Optional<OperationMessage> announcement(
            OperationEntry entry, Optional<OperationEntry> notified, Optional<AttributeSpace> space) {
        int number = entry.replyNumber().orElse(0);
        if (entry.kind() == OperationKind.EVENT) {
            Optional<Section> event = entry.section().section("event");
            event.ifPresent(e -> e.allow(Keys.EVENT, context.protocol()));
            return Optional.of(new OperationMessage(number, attributes(event, space)));
        }
        if (entry.kind() == OperationKind.RESERVED) {
            return Optional.of(new OperationMessage(number, List.of()));
        }
        return notified.map(target -> new OperationMessage(number, repliedAttributes(target.section())));
    }

    private List<String> repliedAttributes(Section target) {
        Optional<Section> reply = target.section("do")
                .flatMap(s -> s.section("reply"))
                .or(() -> target.section("dump").flatMap(s -> s.section("reply")));
        return attributes(reply, target.text("attribute-set").map(spaces::get));
    }
}
