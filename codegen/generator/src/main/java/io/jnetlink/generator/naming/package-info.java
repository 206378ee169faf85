/** What everything is called in generated code. */
@NullMarked
package io.jnetlink.generator.naming;

import org.jspecify.annotations.NullMarked;
