package io.jnetlink.schema;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A C struct: members at fixed offsets, with C's natural alignment.
 *
 * <p>Immutable. Kernels make structs longer over time: readers take missing members as zero and leave extra bytes alone.
 */
public final class StructSchema {

    private final String name;
    private final int size;
    private final List<Member> members;

    private StructSchema(String name, int size, List<Member> members) {
        this.name = name;
        this.size = size;
        this.members = List.copyOf(members);
    }

    /** Starts a struct of {@code size} bytes. */
    public static Builder builder(String name, int size) {
        return new Builder(name, size);
    }

    /** The spec's name. */
    public String name() {
        return name;
    }

    /** Bytes, tail padding included. */
    public int size() {
        return size;
    }

    /** Members in order of their offsets. */
    public List<Member> members() {
        return members;
    }

    /**
     * One member.
     *
     * @param name the spec's name
     * @param offset bytes from the start of the struct
     * @param length bytes it takes
     * @param kind a number, or {@link AttributeKind#BINARY}
     * @param byteOrder order of a number
     * @param hint how to show it
     * @param enumName the enum of its values, if any
     * @param structName the struct inside, if it is one
     */
    public record Member(
            String name,
            int offset,
            int length,
            AttributeKind kind,
            FieldOrder byteOrder,
            DisplayHint hint,
            @Nullable String enumName,
            @Nullable String structName) {}

    /** Collects the members. Not thread-safe. */
    public static final class Builder {

        private final String name;
        private final int size;
        private final List<Member> members = new ArrayList<>();

        private Builder(String name, int size) {
            this.name = name;
            this.size = size;
        }

        /** Adds a member without enum or inner struct. */
        public Builder member(
                String member, int offset, int length, AttributeKind kind, FieldOrder order, DisplayHint hint) {
            members.add(new Member(member, offset, length, kind, order, hint, null, null));
            return this;
        }

        /** Adds a member whose values have names. */
        public Builder enumMember(
                String member, int offset, int length, AttributeKind kind, FieldOrder order, String enumName) {
            members.add(new Member(member, offset, length, kind, order, DisplayHint.NONE, enumName, null));
            return this;
        }

        /** Adds a struct inside the struct. */
        public Builder structMember(String member, int offset, int length, String structName) {
            members.add(new Member(
                    member, offset, length, AttributeKind.BINARY, FieldOrder.HOST, DisplayHint.NONE, null, structName));
            return this;
        }

        /** The finished schema. */
        public StructSchema build() {
            return new StructSchema(name, size, members);
        }
    }
}
