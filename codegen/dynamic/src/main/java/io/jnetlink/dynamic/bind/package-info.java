/**
 * From a user's interface and records to classes: resolve against the spec, collect all mismatches, write bytecode.
 */
@NullMarked
package io.jnetlink.dynamic.bind;

import org.jspecify.annotations.NullMarked;
