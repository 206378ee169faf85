package io.jnetlink.spec.ir;

import java.util.List;
import java.util.Optional;

/**
 * What the payload of an attribute, array element or struct member is. Every name in here is defined by the
 * {@link Family}.
 *
 * <p>Immutable.
 */
public sealed interface TypeIr {

    /** Calls the visitor's method for this type. */
    <R> R accept(TypeVisitor<R> visitor);

    /**
     * An integer.
     *
     * <p>Immutable.
     *
     * @param kind width and sign
     * @param order byte order
     * @param enumName enum whose entries name the values
     * @param asFlags whether the value is a combination of the enum's bits, because the enum is a flags enum or the use
     *     says {@code enum-as-flags}
     */
    record Scalar(ScalarKind kind, WireOrder order, Optional<String> enumName, boolean asFlags) implements TypeIr {
        @Override
        public <R> R accept(TypeVisitor<R> visitor) {
            return visitor.scalar(this);
        }
    }

    /**
     * Two 32-bit words in host order: the values of bits, and which of the bits are meant.
     *
     * <p>Immutable.
     *
     * @param enumName enum whose entries name the bits
     */
    record Bitfield32(Optional<String> enumName) implements TypeIr {
        @Override
        public <R> R accept(TypeVisitor<R> visitor) {
            return visitor.bitfield32(this);
        }
    }

    /**
     * Presence alone; receivers ignore the payload.
     *
     * <p>Immutable.
     */
    record Flag() implements TypeIr {
        @Override
        public <R> R accept(TypeVisitor<R> visitor) {
            return visitor.flag(this);
        }
    }

    /**
     * Text. Attributes end it with a zero byte unless that is optional; struct members have a fixed length.
     *
     * <p>Immutable.
     *
     * @param unterminatedOk whether the zero byte may be missing
     */
    record Text(boolean unterminatedOk) implements TypeIr {
        @Override
        public <R> R accept(TypeVisitor<R> visitor) {
            return visitor.text(this);
        }
    }

    /**
     * Bytes without further structure.
     *
     * <p>Immutable.
     */
    record Binary() implements TypeIr {
        @Override
        public <R> R accept(TypeVisitor<R> visitor) {
            return visitor.binary(this);
        }
    }

    /**
     * A C struct.
     *
     * <p>Immutable.
     *
     * @param structName name of the {@link StructIr}
     */
    record Struct(String structName) implements TypeIr {
        @Override
        public <R> R accept(TypeVisitor<R> visitor) {
            return visitor.struct(this);
        }
    }

    /**
     * C structs one after the other, without headers, as many as the payload holds.
     *
     * <p>Immutable.
     *
     * @param structName name of the {@link StructIr}
     */
    record StructArray(String structName) implements TypeIr {
        @Override
        public <R> R accept(TypeVisitor<R> visitor) {
            return visitor.structArray(this);
        }
    }

    /**
     * Integers one after the other, without headers, as many as the payload holds.
     *
     * <p>Immutable.
     *
     * @param element the format of each
     */
    record ScalarArray(Scalar element) implements TypeIr {
        @Override
        public <R> R accept(TypeVisitor<R> visitor) {
            return visitor.scalarArray(this);
        }
    }

    /**
     * Attributes of another set, or of the same one.
     *
     * <p>Immutable.
     *
     * @param attributeSet name of the {@link AttributeSetIr}
     */
    record Nest(String attributeSet) implements TypeIr {
        @Override
        public <R> R accept(TypeVisitor<R> visitor) {
            return visitor.nest(this);
        }
    }

    /**
     * Nested attributes whose type numbers are data: one wrapping attribute per level, the type number of each being
     * the named value, and the inner type as the payload of the last.
     *
     * <p>Immutable.
     *
     * @param levels names of the values, outermost first; never empty
     * @param inner payload of the innermost level
     */
    record NestTypeValue(List<String> levels, TypeIr inner) implements TypeIr {
        /** Copies the list. */
        public NestTypeValue {
            levels = List.copyOf(levels);
        }

        @Override
        public <R> R accept(TypeVisitor<R> visitor) {
            return visitor.nestTypeValue(this);
        }
    }

    /**
     * A nest of elements of one type, each an attribute whose type number is its index.
     *
     * <p>Immutable.
     *
     * @param element payload of each element
     */
    record IndexedArray(TypeIr element) implements TypeIr {
        @Override
        public <R> R accept(TypeVisitor<R> visitor) {
            return visitor.indexedArray(this);
        }
    }

    /**
     * A payload whose format another attribute selects. Payloads with an unknown selector value stay raw.
     *
     * <p>Immutable.
     *
     * @param subMessageName name of the {@link SubMessageIr}
     * @param selector the selecting attribute
     */
    record SubMessage(String subMessageName, SelectorIr selector) implements TypeIr {
        @Override
        public <R> R accept(TypeVisitor<R> visitor) {
            return visitor.subMessage(this);
        }
    }

    /**
     * Filler for alignment: skipped by receivers, any number of times.
     *
     * <p>Immutable.
     */
    record Pad() implements TypeIr {
        @Override
        public <R> R accept(TypeVisitor<R> visitor) {
            return visitor.pad(this);
        }
    }

    /**
     * A reserved number that is never sent, but tolerated when it arrives.
     *
     * <p>Immutable.
     */
    record Unused() implements TypeIr {
        @Override
        public <R> R accept(TypeVisitor<R> visitor) {
            return visitor.unused(this);
        }
    }
}
