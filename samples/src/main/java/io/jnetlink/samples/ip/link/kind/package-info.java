/** One class per kind of link: the options behind {@code type}, and the details of {@code jip -d link show}. */
@NullMarked
package io.jnetlink.samples.ip.link.kind;

import org.jspecify.annotations.NullMarked;
