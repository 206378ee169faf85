/**
 * What a spec says, kept at run time: names, numbers and types of attributes, structs, enums and operations.
 *
 * <p>Generated code brings a {@link io.jnetlink.schema.FamilySchema}; printing, validation, equality and the attribute
 * path of an error are worked out from it. All types are immutable and thread-safe.
 */
@NullMarked
package io.jnetlink.schema;

import org.jspecify.annotations.NullMarked;
