/** Messages as maps of names to values: nothing generated, everything looked up in the spec. */
@NullMarked
package io.jnetlink.dynamic.map;

import org.jspecify.annotations.NullMarked;
