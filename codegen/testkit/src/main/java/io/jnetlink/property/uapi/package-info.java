/** Comparison of specs with the C headers that are installed; needs gcc and the kernel's headers. */
@NullMarked
package io.jnetlink.property.uapi;

import org.jspecify.annotations.NullMarked;
