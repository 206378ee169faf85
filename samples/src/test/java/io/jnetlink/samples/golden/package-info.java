/** What {@code jip} sends and prints, held against what {@code ip} sent and printed: recorded, and live in network namespaces. */
@NullMarked
package io.jnetlink.samples.golden;

import org.jspecify.annotations.NullMarked;
