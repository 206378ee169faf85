package io.jnetlink.dynamic;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Marks a record component or parameter as a member of the fixed header, or as the whole of it if its type is a record.
 * Not needed for a member whose name in camel case is the component's, unless an attribute has that name too.
 */
@Documented
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Header {

    /** The member's name in the spec, such as {@code ifi-index}; empty for the one that the Java name says. */
    String value() default "";
}
