/** How fast bound codecs are beside generated code. */
@NullMarked
package io.jnetlink.dynamic.benchmark;

import org.jspecify.annotations.NullMarked;
