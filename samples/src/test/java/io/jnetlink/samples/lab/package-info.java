/** Tests of the learning switch; those of the whole of it need a kernel with Open vSwitch. */
@NullMarked
package io.jnetlink.samples.lab;

import org.jspecify.annotations.NullMarked;
