/** The Maven goals {@code jnetlink:generate} and {@code jnetlink:validate}. */
@NullMarked
package io.jnetlink.maven;

import org.jspecify.annotations.NullMarked;
