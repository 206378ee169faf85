/** The root of the library: nothing but the exception that every failure of it extends. */
@NullMarked
package io.jnetlink;

import org.jspecify.annotations.NullMarked;
