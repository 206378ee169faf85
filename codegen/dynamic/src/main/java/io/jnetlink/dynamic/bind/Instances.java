package io.jnetlink.dynamic.bind;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;

/** Makes objects of written classes, which only the lookup that they were loaded with is sure to see. Stateless. */
final class Instances {

    private Instances() {}

    static Object create(MethodHandles.Lookup lookup, Class<?> type, MethodType constructor, Object... arguments) {
        try {
            return lookup.findConstructor(type, constructor).invokeWithArguments(arguments);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new IllegalStateException("cannot create " + type.getName(), e);
        }
    }
}
