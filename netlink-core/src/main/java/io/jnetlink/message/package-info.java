/**
 * What generated messages are made of: the shared reading face of values and views, builders, and the schema-driven
 * work that no generated class repeats — validation, equality, printing and finding an attribute by its offset.
 *
 * <p>A <em>value</em> is immutable and owns a compact copy of its bytes, so it re-encodes to exactly what was received:
 * order, unknown attributes and flag bits included. A <em>view</em> is a flyweight over somebody else's buffer. Both
 * read through {@link io.jnetlink.message.AttributeReader}.
 */
@NullMarked
package io.jnetlink.message;

import org.jspecify.annotations.NullMarked;
