package io.jnetlink.message;

import io.jnetlink.schema.AttributeSchema;
import io.jnetlink.schema.AttributeSet;
import io.jnetlink.schema.MessageSchema;
import io.jnetlink.wire.NetlinkBuffer;
import java.io.Serializable;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The way from the outermost attribute to one inside it, in the names of the UAPI headers.
 *
 * <p>Immutable. Text form: {@code IFLA_LINKINFO.IFLA_INFO_DATA.IFLA_VXLAN_ID}. Attributes without a name, and the
 * elements of arrays, stand there by their number. Of attributes that may stand several times in a list, and do, the place among
 * them is told, counted from 0: {@code IFLA_PROP_LIST.IFLA_ALT_IFNAME[2]}.
 *
 * @param names from the outside in
 */
public record AttributePath(List<String> names) implements Serializable {

    public AttributePath {
        names = List.copyOf(names);
    }

    /**
     * Finds the attribute whose header, or whose payload, starts at an offset.
     *
     * @param schema what the body is made of
     * @param buffer the bytes
     * @param offset where the body starts
     * @param length how many bytes it has
     * @param target the offset looked for, counted like {@code offset}
     * @return empty if no attribute starts there
     */
    public static Optional<AttributePath> find(
            MessageSchema schema, NetlinkBuffer buffer, int offset, int length, int target) {
        AttributeSearch search = new AttributeSearch(buffer, target);
        return search.run(schema, offset, length) ? Optional.of(new AttributePath(search.names())) : Optional.empty();
    }

    /**
     * The way to an attribute that the outermost level lacks.
     *
     * @param schema what the body is made of
     * @param number the attribute's number
     */
    public static AttributePath missing(MessageSchema schema, int number) {
        return new AttributePath(List.of(nameOf(schema.attributes(), number)));
    }

    /**
     * The way to an attribute that a nest lacks.
     *
     * @param schema what the body is made of
     * @param buffer the bytes
     * @param offset where the body starts
     * @param length how many bytes it has
     * @param nest where the nest's header starts, counted like {@code offset}
     * @param number the attribute's number
     * @return empty if no attribute starts at {@code nest}
     */
    public static Optional<AttributePath> missing(
            MessageSchema schema, NetlinkBuffer buffer, int offset, int length, int nest, int number) {
        AttributeSearch search = new AttributeSearch(buffer, nest);
        if (!search.run(schema, offset, length)) {
            return Optional.empty();
        }
        List<String> names = new ArrayList<>(search.names());
        names.add(nameOf(search.inside(), number));
        return Optional.of(new AttributePath(names));
    }

    private static String nameOf(@Nullable AttributeSet set, int number) {
        AttributeSchema attribute = set == null ? null : set.byNumber(number);
        return attribute == null ? Integer.toString(number) : attribute.cName();
    }

    @Override
    public String toString() {
        return String.join(".", names);
    }
}
