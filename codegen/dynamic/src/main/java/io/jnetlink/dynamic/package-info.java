/**
 * Families whose spec is read at run time: messages as maps, or as records of the user's own through interfaces that are
 * implemented when they are bound.
 *
 * <p>{@link io.jnetlink.dynamic.DynamicFamily} is the way in. Binding writes bytecode with the numbers of the spec as
 * constants; it checks all of an interface first and reports every mismatch at once.
 */
@NullMarked
package io.jnetlink.dynamic;

import org.jspecify.annotations.NullMarked;
