/** Generates, compiles and loads families within a test, and calls what came out by name. */
@NullMarked
package io.jnetlink.generator.testing;

import org.jspecify.annotations.NullMarked;
