/** The schema made at run time is the one that generated code brings. */
@NullMarked
package io.jnetlink.dynamic.schema;

import org.jspecify.annotations.NullMarked;
