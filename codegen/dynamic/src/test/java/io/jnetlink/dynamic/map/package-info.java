/** Messages as maps. */
@NullMarked
package io.jnetlink.dynamic.map;

import org.jspecify.annotations.NullMarked;
