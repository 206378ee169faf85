package io.jnetlink.schema;

import org.jspecify.annotations.Nullable;

/**
 * One attribute of a set: its number, its names and what its payload is.
 *
 * <p>Immutable. Made by the {@code static} methods, refined by the {@code with…} ones.
 *
 * @param number the attribute's type on the wire
 * @param name the spec's name, such as {@code port-range}
 * @param cName the UAPI header's name, such as {@code IFLA_VXLAN_PORT_RANGE}
 * @param kind shape of the payload, as the kernel answers
 * @param requestKind shape of the payload in requests; differs from {@code kind} for a few attributes only
 * @param byteOrder order of a number, or of the elements of an array
 * @param hint how to show it
 * @param multi whether it may stand several times
 * @param nested name of the attribute set inside (nests, arrays of nests)
 * @param element kind of the elements of an array
 * @param struct name of the struct that the bytes are
 * @param enumName name of the enum of its values
 * @param subMessage name of the sub-message whose formats its payload has
 * @param selector name of the attribute that chooses the format
 */
public record AttributeSchema(
        int number,
        String name,
        String cName,
        AttributeKind kind,
        AttributeKind requestKind,
        FieldOrder byteOrder,
        DisplayHint hint,
        boolean multi,
        @Nullable String nested,
        @Nullable AttributeKind element,
        @Nullable String struct,
        @Nullable String enumName,
        @Nullable String subMessage,
        @Nullable String selector) {

    /** An attribute of a simple kind, host order. */
    public static AttributeSchema of(int number, String name, String cName, AttributeKind kind) {
        return new AttributeSchema(
                number,
                name,
                cName,
                kind,
                kind,
                FieldOrder.HOST,
                DisplayHint.NONE,
                false,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    /** A nest of the attributes of {@code set}. */
    public static AttributeSchema nest(int number, String name, String cName, String set) {
        return of(number, name, cName, AttributeKind.NEST).withNested(set);
    }

    /** The same, sent with another shape than it is answered with. */
    public AttributeSchema withRequestKind(AttributeKind value) {
        Draft draft = new Draft(this);
        draft.requestKind = value;
        return draft.finish();
    }

    /** The same, in another byte order. */
    public AttributeSchema withByteOrder(FieldOrder value) {
        Draft draft = new Draft(this);
        draft.byteOrder = value;
        return draft.finish();
    }

    /** The same, shown in another way. */
    public AttributeSchema withHint(DisplayHint value) {
        Draft draft = new Draft(this);
        draft.hint = value;
        return draft.finish();
    }

    /** The same, allowed to stand several times. */
    public AttributeSchema withMulti() {
        Draft draft = new Draft(this);
        draft.multi = true;
        return draft.finish();
    }

    /** The same, with another set inside. */
    public AttributeSchema withNested(String set) {
        Draft draft = new Draft(this);
        draft.nested = set;
        return draft.finish();
    }

    /** The same, an array of elements of a kind. */
    public AttributeSchema withElement(AttributeKind value) {
        Draft draft = new Draft(this);
        draft.element = value;
        return draft.finish();
    }

    /** The same, with bytes that are a struct. */
    public AttributeSchema withStruct(String value) {
        Draft draft = new Draft(this);
        draft.struct = value;
        return draft.finish();
    }

    /** The same, with named values. */
    public AttributeSchema withEnum(String value) {
        Draft draft = new Draft(this);
        draft.enumName = value;
        return draft.finish();
    }

    /** The same, with a format chosen by another attribute. */
    public AttributeSchema withSubMessage(String message, String selectorName) {
        Draft draft = new Draft(this);
        draft.subMessage = message;
        draft.selector = selectorName;
        return draft.finish();
    }

    /** A copy that can still be changed. */
    private static final class Draft {

        private final AttributeSchema start;
        private AttributeKind requestKind;
        private FieldOrder byteOrder;
        private DisplayHint hint;
        private boolean multi;
        private @Nullable String nested;
        private @Nullable AttributeKind element;
        private @Nullable String struct;
        private @Nullable String enumName;
        private @Nullable String subMessage;
        private @Nullable String selector;

        private Draft(AttributeSchema start) {
            this.start = start;
            this.requestKind = start.requestKind;
            this.byteOrder = start.byteOrder;
            this.hint = start.hint;
            this.multi = start.multi;
            this.nested = start.nested;
            this.element = start.element;
            this.struct = start.struct;
            this.enumName = start.enumName;
            this.subMessage = start.subMessage;
            this.selector = start.selector;
        }

        private AttributeSchema finish() {
            return new AttributeSchema(
                    start.number,
                    start.name,
                    start.cName,
                    start.kind,
                    requestKind,
                    byteOrder,
                    hint,
                    multi,
                    nested,
                    element,
                    struct,
                    enumName,
                    subMessage,
                    selector);
        }
    }
}
