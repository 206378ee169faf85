package io.jnetlink.dynamic.bind;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Constructor;
import java.lang.reflect.Modifier;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Looks at users' types as the class that is going to be written will. Not thread-safe. */
final class JavaTypes {

    private final MethodHandles.Lookup lookup;
    private final Mismatches mismatches;

    JavaTypes(MethodHandles.Lookup lookup, Mismatches mismatches) {
        this.lookup = lookup;
        this.mismatches = mismatches;
    }

    /** The type without its box. */
    static Class<?> unboxed(Class<?> type) {
        return MethodType.methodType(type).unwrap().returnType();
    }

    /** Whether a type can be used from beside the class of the lookup; if not, that is noted. */
    boolean isAccessible(String place, Class<?> type) {
        try {
            Class<?> element = type;
            while (element.isArray()) {
                element = element.getComponentType();
            }
            if (!element.isPrimitive()) {
                lookup.accessClass(element);
            }
            return true;
        } catch (IllegalAccessException e) {
            mismatches.add(
                    place,
                    type.getName() + " is not accessible from package "
                            + lookup.lookupClass().getPackageName()
                            + "; make it public or bind with a lookup of its package");
            return false;
        }
    }

    /** The canonical constructor, if the type is a record that can be used; if not, that is noted. */
    Optional<Constructor<?>> constructor(String place, Class<?> record) {
        if (!isAccessible(place, record)) {
            return Optional.empty();
        }
        if (record.getTypeParameters().length > 0) {
            mismatches.add(place, "record " + record.getSimpleName() + " has type parameters");
            return Optional.empty();
        }
        Class<?>[] types = Arrays.stream(record.getRecordComponents())
                .map(RecordComponent::getType)
                .toArray(Class<?>[]::new);
        try {
            Constructor<?> constructor = record.getDeclaredConstructor(types);
            if (Modifier.isPrivate(constructor.getModifiers())) {
                mismatches.add(place, "record " + record.getSimpleName() + " is private");
                return Optional.empty();
            }
            return Optional.of(constructor);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The components of a record. */
    static List<Component> components(Class<?> record) {
        List<Component> components = new ArrayList<>();
        for (RecordComponent component : record.getRecordComponents()) {
            components.add(new Component(
                    record.getSimpleName() + "." + component.getName(),
                    component.getName(),
                    component.getGenericType(),
                    component,
                    component.getAccessor()));
        }
        return components;
    }
}
