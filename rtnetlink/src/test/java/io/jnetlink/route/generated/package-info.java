/** Tests of the code that is generated from this module's specs, whatever the specs say. */
@NullMarked
package io.jnetlink.route.generated;

import org.jspecify.annotations.NullMarked;
