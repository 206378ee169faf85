package io.jnetlink.property;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says of a parameter of a property in a {@link NetlinkDomain} that it is the body of an operation. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.ANNOTATION_TYPE, ElementType.TYPE_USE})
public @interface BodyOf {

    /**
     * Which operation.
     *
     * @return its name in the spec
     */
    String value();
}
