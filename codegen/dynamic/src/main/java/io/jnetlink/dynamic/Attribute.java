package io.jnetlink.dynamic;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Names the attribute that a record component or parameter stands for, the member of a struct where the record is one,
 * or the entry that an enum constant stands for. Not needed where the Java name is the spec's in camel case.
 */
@Documented
@Target({ElementType.RECORD_COMPONENT, ElementType.PARAMETER, ElementType.FIELD})
@Retention(RetentionPolicy.RUNTIME)
public @interface Attribute {

    /** The spec's name, such as {@code port-range}. */
    String value();
}
