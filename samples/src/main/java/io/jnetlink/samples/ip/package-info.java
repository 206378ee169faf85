/** {@code jip}, a program that speaks iproute2's {@code ip}: the frame around its commands. */
@NullMarked
package io.jnetlink.samples.ip;

import org.jspecify.annotations.NullMarked;
