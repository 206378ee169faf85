/** What the lower packages share among themselves: not API. */
@NullMarked
package io.jnetlink.sys.internal;

import org.jspecify.annotations.NullMarked;
