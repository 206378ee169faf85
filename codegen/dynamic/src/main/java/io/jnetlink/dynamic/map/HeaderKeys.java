package io.jnetlink.dynamic.map;

import io.jnetlink.spec.ir.MemberIr;
import io.jnetlink.spec.ir.StructIr;
import io.jnetlink.spec.ir.TypeIr;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How the members of a fixed header are called beside the attributes behind it: by their own name, or by
 * {@code struct.member} where an attribute has that name.
 *
 * <p>Immutable.
 */
final class HeaderKeys {

    private final Map<String, MemberIr> members = new LinkedHashMap<>();

    HeaderKeys(StructIr header, SpecIndex.@Nullable AttributeIndex attributes) {
        for (MemberIr member : header.members()) {
            if (!(member.type() instanceof TypeIr.Pad)) {
                boolean clash = attributes != null && attributes.attribute(member.name()) != null;
                members.put(clash ? header.name() + "." + member.name() : member.name(), member);
            }
        }
    }

    boolean contains(String key) {
        return members.containsKey(key);
    }

    Iterable<String> keys() {
        return members.keySet();
    }

    /** The members of a map with attributes beside them, under their own names. */
    Map<String, Object> fromMap(Map<String, ?> fields) {
        Map<String, Object> own = new LinkedHashMap<>();
        members.forEach((key, member) -> {
            Object value = fields.get(key);
            if (value != null) {
                own.put(member.name(), value);
            }
        });
        return own;
    }

    /** The members under the names that they have beside the attributes. */
    Map<String, Object> toMap(Map<String, Object> own) {
        Map<String, Object> fields = new LinkedHashMap<>();
        members.forEach((key, member) -> {
            Object value = own.get(member.name());
            if (value != null) {
                fields.put(key, value);
            }
        });
        return fields;
    }
}
