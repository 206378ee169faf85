/**
 * Cases from the field: what was reported against netlink libraries, as one JSON object in a line, and what every runner of them
 * needs.
 *
 * <p>Needs Jackson and AssertJ, which the test kit does not bring along.
 */
@NullMarked
package io.jnetlink.testkit.cases;

import org.jspecify.annotations.NullMarked;
