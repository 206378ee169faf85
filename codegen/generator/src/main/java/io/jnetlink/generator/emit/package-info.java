/** One class for each kind of generated file. */
@NullMarked
package io.jnetlink.generator.emit;

import org.jspecify.annotations.NullMarked;
