/** What all commands of {@code jovs} share: options, sockets, complaints. */
@NullMarked
package io.jnetlink.samples.ovs.run;

import org.jspecify.annotations.NullMarked;
