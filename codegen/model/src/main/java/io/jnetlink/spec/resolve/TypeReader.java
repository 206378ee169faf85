package io.jnetlink.spec.resolve;

import io.jnetlink.spec.Rule;
import io.jnetlink.spec.ir.EnumIr;
import io.jnetlink.spec.ir.Protocol;
import io.jnetlink.spec.ir.ScalarKind;
import io.jnetlink.spec.ir.SubMessageIr;
import io.jnetlink.spec.ir.TypeIr;
import io.jnetlink.spec.yaml.YamlScalar;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Turns the type of an attribute and the keys that go with it into one value.
 *
 * <p>Not thread-safe.
 */
final class TypeReader {
    /** Types that need no further keys, hence those a request type can be. */
    private static final Set<String> SELF_CONTAINED = Set.of("flag", "string", "binary");

    private static final Set<String> NO_ELEMENTS = Set.of("unused", "pad", "indexed-array");

    private final Context context;
    private final Set<String> structs;
    private final Set<String> attributeSets;
    private final Map<String, SubMessageIr> subMessages;
    private final ScalarReader scalars;
    private final SelectorResolver selectors;

    TypeReader(
            Context context,
            Set<String> structs,
            Set<String> attributeSets,
            Map<String, SubMessageIr> subMessages,
            ScalarReader scalars,
            SelectorResolver selectors) {
        this.context = context;
        this.structs = structs;
        this.attributeSets = attributeSets;
        this.subMessages = subMessages;
        this.scalars = scalars;
        this.selectors = selectors;
    }

    /** Reads the type of an attribute. */
    Optional<TypeIr> read(AttributeEntry entry, String setName) {
        Section section = entry.merged();
        Optional<String> type = TypeKeys.type(section, "type");
        if (type.isEmpty()) {
            return Optional.empty();
        }
        Optional<String> subType = section.has("sub-type") ? TypeKeys.type(section, "sub-type") : Optional.empty();
        TypeKeys.checkPlacement(entry.own(), type.get(), subType);
        return switch (type.get()) {
            case "indexed-array" -> indexedArray(section, subType, setName);
            case "binary" -> binary(section, subType);
            default -> plain(section, type.get(), setName);
        };
    }

    /** Reads the type used in requests, if the attribute has one of its own. */
    Optional<TypeIr> readRequestType(AttributeEntry entry) {
        Section section = entry.merged();
        Optional<String> type =
                section.has("x-request-type") ? TypeKeys.type(section, "x-request-type") : Optional.empty();
        if (type.isEmpty()) {
            return Optional.empty();
        }
        ScalarKind kind = Words.SCALARS.get(type.get());
        if (kind == null && !SELF_CONTAINED.contains(type.get())) {
            String message = "'%s' cannot be a request type, only integers, flag, string and binary can";
            section.report("x-request-type", Rule.BAD_VALUE, message.formatted(type.get()));
            return Optional.empty();
        }
        if (section.text("type").equals(type)) {
            section.report("x-request-type", Rule.BAD_VALUE, "the request type is the type itself, so it says nothing");
            return Optional.empty();
        }
        return kind != null ? scalars.read(section, kind).map(s -> s) : plain(section, type.get(), "");
    }

    private Optional<TypeIr> plain(Section section, String type, String setName) {
        ScalarKind kind = Words.SCALARS.get(type);
        if (kind != null) {
            return scalars.read(section, kind).flatMap(scalar -> valueTyped(section, scalar));
        }
        return switch (type) {
            case "unused" -> Optional.of(new TypeIr.Unused());
            case "pad" -> Optional.of(new TypeIr.Pad());
            case "flag" -> Optional.of(new TypeIr.Flag());
            case "string" -> Optional.of(new TypeIr.Text(unterminatedOk(section)));
            case "bitfield32" -> bitfield32(section);
            case "nest" -> nest(section);
            case "nest-type-value" -> nestTypeValue(section);
            case "sub-message" -> subMessage(section, setName);
            default -> binary(section, Optional.empty());
        };
    }

    private static boolean unterminatedOk(Section section) {
        return section.section("checks").map(c -> c.truth("unterminated-ok")).orElse(false);
    }

    private Optional<TypeIr> valueTyped(Section section, TypeIr.Scalar scalar) {
        if (!section.has("type-value")) {
            return Optional.of(scalar);
        }
        return levels(section).map(levels -> new TypeIr.NestTypeValue(levels, scalar));
    }

    private Optional<TypeIr> bitfield32(Section section) {
        needs(section, "type", "bitfield32", Protocol.GENETLINK_LEGACY);
        Optional<String> name = scalars.enumeration(section).map(EnumIr::name);
        return Optional.of(new TypeIr.Bitfield32(name));
    }

    private Optional<TypeIr> nest(Section section) {
        section.require("nested-attributes");
        return section.text("nested-attributes")
                .filter(n -> context.isDefined(section, "nested-attributes", "attribute-set", n, attributeSets))
                .map(TypeIr.Nest::new);
    }

    private Optional<TypeIr> nestTypeValue(Section section) {
        section.require("type-value");
        Optional<List<String>> levels = levels(section);
        return nest(section).flatMap(inner -> levels.map(l -> new TypeIr.NestTypeValue(l, inner)));
    }

    private static Optional<List<String>> levels(Section section) {
        List<String> levels =
                section.texts("type-value").stream().map(YamlScalar::text).toList();
        if (levels.isEmpty() && section.has("type-value")) {
            section.report("type-value", Rule.OUT_OF_RANGE, "'type-value' needs at least one name");
        }
        return levels.isEmpty() ? Optional.empty() : Optional.of(levels);
    }

    private Optional<TypeIr> subMessage(Section section, String setName) {
        needs(section, "type", "sub-message", Protocol.NETLINK_RAW);
        section.require("sub-message");
        section.require("selector");
        Optional<String> name = section.text("sub-message")
                .filter(n -> context.isDefined(section, "sub-message", "sub-message", n, subMessages.keySet()));
        return name.map(subMessages::get)
                .flatMap(s -> selectors
                        .resolve(section, setName, s)
                        .map(selector -> new TypeIr.SubMessage(s.name(), selector)));
    }

    private Optional<TypeIr> binary(Section section, Optional<String> subType) {
        // Checked for its spelling alone: bytes have no order, but upstream gives one to addresses.
        section.word("byte-order", Words.ORDERS);
        if (section.has("struct") && section.has("sub-type")) {
            section.report("struct", Rule.MISPLACED_KEY, "'struct' and 'sub-type' exclude each other");
        }
        if (section.has("struct")) {
            boolean array = section.truth("x-struct-array");
            return section.text("struct")
                    .filter(s -> context.isDefined(section, "struct", "struct", s, structs))
                    .map(s -> array ? new TypeIr.StructArray(s) : new TypeIr.Struct(s));
        }
        if (section.truth("x-struct-array")) {
            section.report("x-struct-array", Rule.MISSING_KEY, "an array of structs needs 'struct'");
        }
        if (subType.isEmpty()) {
            return section.has("sub-type") ? Optional.empty() : Optional.of(new TypeIr.Binary());
        }
        ScalarKind kind = Words.SCALARS.get(subType.get());
        if (kind == null || kind.variableWidth()) {
            String message = "elements of 'binary' must be integers of fixed width, but are '%s'";
            section.report("sub-type", Rule.BAD_VALUE, message.formatted(subType.get()));
            return Optional.empty();
        }
        return scalars.read(section, kind).map(TypeIr.ScalarArray::new);
    }

    private Optional<TypeIr> indexedArray(Section section, Optional<String> subType, String setName) {
        section.require("sub-type");
        if (subType.filter(NO_ELEMENTS::contains).isPresent()) {
            String message = "'%s' cannot be the type of an array's elements".formatted(subType.get());
            section.report("sub-type", Rule.BAD_VALUE, message);
            return Optional.empty();
        }
        Optional<TypeIr> element =
                subType.flatMap(s -> s.equals("binary") ? binaryElement(section) : plain(section, s, setName));
        return element.map(TypeIr.IndexedArray::new);
    }

    /** In an indexed array, sub-type names the element itself, so the element has none of its own. */
    private Optional<TypeIr> binaryElement(Section section) {
        section.word("byte-order", Words.ORDERS);
        if (!section.has("struct")) {
            return Optional.of(new TypeIr.Binary());
        }
        return section.text("struct")
                .filter(s -> context.isDefined(section, "struct", "struct", s, structs))
                .map(TypeIr.Struct::new);
    }

    private void needs(Section section, String key, String what, Protocol protocol) {
        if (context.protocol().compareTo(protocol) < 0) {
            String message = "type '%s' needs protocol %s, but the spec is %s"
                    .formatted(what, protocol.specName(), context.protocol().specName());
            section.report(key, Rule.PROTOCOL, message);
        }
    }
}
