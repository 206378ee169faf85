package io.jnetlink.property;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Says of a {@link MalformedMessage} parameter of a property in a {@link NetlinkDomain} in which ways it may be broken. */
@Documented
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.ANNOTATION_TYPE, ElementType.TYPE_USE})
public @interface Broken {

    /**
     * Which ways.
     *
     * @return the kinds to draw from
     */
    MalformedKind[] value();
}
