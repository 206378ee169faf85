package io.jnetlink.dynamic;

import java.lang.annotation.Documented;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which format of a sub-message a record is. Stands on the record, or on the component whose type it is.
 *
 * <p>A component whose type is a sealed interface of such records takes each of them. A payload of another format reads
 * as absent.
 */
@Documented
@Target({ElementType.TYPE, ElementType.RECORD_COMPONENT, ElementType.PARAMETER})
@Retention(RetentionPolicy.RUNTIME)
public @interface Format {

    /** The value of the selector that chooses the format, such as {@code vxlan}. */
    String value();
}
