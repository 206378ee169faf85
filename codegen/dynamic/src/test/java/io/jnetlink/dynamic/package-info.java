/** What is read, written and bound without generated sources, checked against what they do. */
@NullMarked
package io.jnetlink.dynamic;

import org.jspecify.annotations.NullMarked;
