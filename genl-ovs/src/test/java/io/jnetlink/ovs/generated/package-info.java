/** The generated code of the six families against their specs, the kernel's headers and recorded messages. */
@NullMarked
package io.jnetlink.ovs.generated;

import org.jspecify.annotations.NullMarked;
