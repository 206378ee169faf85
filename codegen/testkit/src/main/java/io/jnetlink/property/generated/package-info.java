/**
 * Tests of generated code against the spec that it was generated from: the classes are found by reflection, so that one
 * test does for all families.
 *
 * <p>{@link io.jnetlink.property.generated.GeneratedSetProperties} and
 * {@link io.jnetlink.property.generated.GeneratedBodyProperties} are to be extended. They need AssertJ, which this kit does not bring
 * along.
 */
@NullMarked
package io.jnetlink.property.generated;

import org.jspecify.annotations.NullMarked;
