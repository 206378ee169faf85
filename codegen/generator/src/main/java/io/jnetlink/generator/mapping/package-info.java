/** How each kind of payload, member and attribute looks in generated code: one class for each. */
@NullMarked
package io.jnetlink.generator.mapping;

import org.jspecify.annotations.NullMarked;
