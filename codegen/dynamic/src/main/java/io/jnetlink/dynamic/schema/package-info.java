/** From the spec model to the run-time schema that printing, validation and error paths work from. */
@NullMarked
package io.jnetlink.dynamic.schema;

import org.jspecify.annotations.NullMarked;
