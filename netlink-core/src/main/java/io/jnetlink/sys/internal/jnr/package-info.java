/** The back end on the JNR libraries: not API. Nothing outside this package imports them. */
@NullMarked
package io.jnetlink.sys.internal.jnr;

import org.jspecify.annotations.NullMarked;
