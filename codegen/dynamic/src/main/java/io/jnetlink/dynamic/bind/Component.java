package io.jnetlink.dynamic.bind;

import io.jnetlink.dynamic.map.NearMiss;
import java.lang.annotation.Annotation;
import java.lang.reflect.AnnotatedElement;
import java.lang.reflect.Method;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A Java element that stands for a field: a record's component, or a method's parameter.
 *
 * <p>Immutable.
 *
 * @param place how messages name it, such as {@code Link.mtu}
 * @param name its name in Java
 * @param type its type
 * @param annotations where its annotations are found
 * @param accessor reads it from the record; null for a parameter
 */
record Component(
        String place,
        String name,
        Type type,
        AnnotatedElement annotations,
        @Nullable Method accessor) {

    /** The class of the type. */
    Class<?> raw() {
        return rawOf(type);
    }

    /** The only type argument, if there is one. */
    Optional<Type> argument() {
        return type instanceof ParameterizedType parameterized && parameterized.getActualTypeArguments().length == 1
                ? Optional.of(parameterized.getActualTypeArguments()[0])
                : Optional.empty();
    }

    <A extends Annotation> Optional<A> annotation(Class<A> wanted) {
        return Optional.ofNullable(annotations.getAnnotation(wanted));
    }

    /** How messages name the type. */
    String typeName() {
        return nameOf(type);
    }

    /** Whether a spec name in camel case is the Java name. */
    boolean isNamed(String specName) {
        return NearMiss.plain(specName).equals(NearMiss.plain(name));
    }

    /** Class of a type; {@code Object} for a type variable or wildcard. */
    static Class<?> rawOf(Type type) {
        if (type instanceof Class<?> plain) {
            return plain;
        }
        return type instanceof ParameterizedType parameterized ? rawOf(parameterized.getRawType()) : Object.class;
    }

    /** Name without packages. */
    static String nameOf(Type type) {
        if (type instanceof Class<?> plain) {
            return plain.getSimpleName();
        } else if (type instanceof ParameterizedType parameterized) {
            StringBuilder name = new StringBuilder(nameOf(parameterized.getRawType())).append('<');
            String separator = "";
            for (Type argument : parameterized.getActualTypeArguments()) {
                name.append(separator).append(nameOf(argument));
                separator = ", ";
            }
            return name.append('>').toString();
        }
        return type.getTypeName();
    }
}
