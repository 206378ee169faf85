/** What fuzz tests have in common, and those of readers that everybody can call. */
@NullMarked
package io.jnetlink.fuzz;

import org.jspecify.annotations.NullMarked;
