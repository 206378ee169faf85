package io.jnetlink.spec.resolve;

import io.jnetlink.spec.Rule;
import io.jnetlink.spec.ir.MemberIr;
import io.jnetlink.spec.ir.ScalarKind;
import io.jnetlink.spec.ir.StructIr;
import io.jnetlink.spec.ir.TypeIr;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads structs and lays them out as a C compiler on a 64-bit machine does: each member at a multiple of its natural
 * alignment, the whole padded to a multiple of the greatest. Explicit pads in specs agree with this, and specs that
 * forget them come out right too.
 *
 * <p>Not thread-safe.
 */
final class StructReader {
    /** Longer structs fit no attribute. */
    private static final int MAX_SIZE = 0xffff;

    private static final int MAX_DEPTH = 32;

    private static final Set<String> PLAIN_TYPES = Set.of("string", "binary", "pad");

    private final Context context;
    private final Amounts amounts;
    private final Definitions definitions;
    private final Map<String, Section> sections;
    private final ScalarReader scalars;
    private final Set<String> inProgress = new HashSet<>();

    StructReader(Context context, Amounts amounts, Definitions definitions, Map<String, Section> sections) {
        this.context = context;
        this.amounts = amounts;
        this.definitions = definitions;
        this.sections = sections;
        this.scalars = new ScalarReader(context, definitions);
    }

    void readAll() {
        Map<String, StructIr> inOrder = new LinkedHashMap<>();
        sections.forEach((name, section) -> inOrder.put(name, read(name, section)));
        definitions.structs.clear();
        definitions.structs.putAll(inOrder);
    }

    private StructIr read(String name, Section section) {
        StructIr known = definitions.structs.get(name);
        if (known != null) {
            return known;
        }
        inProgress.add(name);
        section.require("members");
        section.optionalText("enum-name");
        Map<String, MemberIr> members = new LinkedHashMap<>();
        int end = 0;
        int alignment = 1;
        for (Section item : section.sections("members", "member")) {
            Section member = item.titled(item.title() + " of " + section.title());
            Optional<MemberIr> read = member(member, end);
            if (read.isPresent()) {
                context.addUnique(members, read.get().name(), read.get(), member);
                end = Math.min(read.get().offset() + read.get().size(), MAX_SIZE);
                alignment = Math.max(alignment, read.get().alignment());
            }
        }
        int size = aligned(end, alignment);
        if (end == MAX_SIZE) {
            section.report(Rule.OUT_OF_RANGE, "it is " + MAX_SIZE + " bytes or longer and fits no attribute");
        }
        String cName = section.text("x-c-name")
                .orElseGet(() -> section.text("x-c-prefix").orElse("") + CNames.lower(name));
        List<MemberIr> list = new ArrayList<>(members.values());
        Optional<String> since = section.release("x-since");
        StructIr struct =
                new StructIr(name, section.doc(), list, size, alignment, section.text("header"), cName, since);
        inProgress.remove(name);
        definitions.structs.put(name, struct);
        return struct;
    }

    private Optional<MemberIr> member(Section member, int end) {
        member.allow(Keys.MEMBER, context.protocol());
        member.require("type");
        Optional<String> name = member.requiredName();
        Optional<Placed> placed = member.text("type").flatMap(type -> place(member, type));
        if (name.isEmpty() || placed.isEmpty()) {
            return Optional.empty();
        }
        Placed p = placed.get();
        return Optional.of(new MemberIr(
                name.get(),
                member.doc(),
                p.type(),
                aligned(end, p.alignment()),
                p.size(),
                p.alignment(),
                member.word("display-hint", Words.HINTS),
                member.text("x-c-name").orElseGet(() -> CNames.lower(name.get()))));
    }

    private Optional<Placed> place(Section member, String type) {
        ScalarKind kind = Words.SCALARS.get(type);
        if (kind != null && !kind.variableWidth()) {
            misplaced(member, type, "len", "struct");
            return scalars.read(member, kind).map(s -> new Placed(s, kind.bytes(), kind.bytes()));
        }
        if (!PLAIN_TYPES.contains(type)) {
            String message = "'%s' is no type of a member; known: u8, u16, u32, u64, s8, s16, s32, s64, string, binary,"
                    + " pad";
            member.report("type", Rule.BAD_VALUE, message.formatted(type));
            return Optional.empty();
        }
        misplaced(member, type, "enum", "enum-as-flags");
        // An order on bytes means nothing, yet specs have it on addresses.
        member.word("byte-order", Words.ORDERS);
        if (type.equals("binary") && member.has("struct")) {
            misplaced(member, "struct", "len");
            return member.text("struct").flatMap(name -> nested(member, name));
        }
        misplaced(member, type, "struct");
        member.require("len");
        return amounts.length(member, "len").map(length -> new Placed(bytes(type), length, 1));
    }

    private static TypeIr bytes(String type) {
        return switch (type) {
            case "string" -> new TypeIr.Text(true);
            case "pad" -> new TypeIr.Pad();
            default -> new TypeIr.Binary();
        };
    }

    private Optional<Placed> nested(Section member, String name) {
        if (!context.isDefined(member, "struct", "struct", name, sections.keySet())) {
            return Optional.empty();
        }
        if (inProgress.contains(name)) {
            member.report("struct", Rule.RECURSION, "struct '" + name + "' would contain itself");
            return Optional.empty();
        }
        if (inProgress.size() > MAX_DEPTH) {
            member.report("struct", Rule.RECURSION, "structs are nested more than " + MAX_DEPTH + " levels deep");
            return Optional.empty();
        }
        StructIr struct = read(name, sections.getOrDefault(name, member));
        return Optional.of(new Placed(new TypeIr.Struct(name), struct.size(), struct.alignment()));
    }

    private static void misplaced(Section member, String type, String... keys) {
        for (String key : keys) {
            if (member.has(key)) {
                String message = "key '%s' has no meaning for type '%s'".formatted(key, type);
                member.report(key, Rule.MISPLACED_KEY, message);
            }
        }
    }

    private static int aligned(int offset, int alignment) {
        return (offset + alignment - 1) / alignment * alignment;
    }

    /** A type with its place in memory. */
    private record Placed(TypeIr type, int size, int alignment) {}
}
