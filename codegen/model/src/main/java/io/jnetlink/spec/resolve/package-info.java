/**
 * From the YAML tree to the model: checks keys and values, merges subsets, numbers what is numbered and follows every
 * reference. One class per part of the language; all report to one collection of problems and carry on.
 */
@NullMarked
package io.jnetlink.spec.resolve;

import org.jspecify.annotations.NullMarked;
