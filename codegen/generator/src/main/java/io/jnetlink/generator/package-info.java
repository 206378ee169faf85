/** From the model of a netlink family to Java sources: values, views, builders and the family's schema. */
@NullMarked
package io.jnetlink.generator;

import org.jspecify.annotations.NullMarked;
