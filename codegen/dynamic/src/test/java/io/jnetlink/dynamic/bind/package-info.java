/** Interfaces and records, bound. */
@NullMarked
package io.jnetlink.dynamic.bind;

import org.jspecify.annotations.NullMarked;
