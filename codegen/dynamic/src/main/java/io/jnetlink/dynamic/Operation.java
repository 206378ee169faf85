package io.jnetlink.dynamic;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Names the operation that a method stands for, where the method is called otherwise, and the flags of its requests. */
@Documented
@Target(ElementType.METHOD)
@Retention(RetentionPolicy.RUNTIME)
public @interface Operation {

    /** The spec's name, such as {@code get-family}; empty for the one that the method's name says. */
    String value() default "";

    /** {@code NLM_F_…} bits beside those that the operation has by itself, such as {@code MessageFlags.CREATE}. */
    int flags() default 0;
}
