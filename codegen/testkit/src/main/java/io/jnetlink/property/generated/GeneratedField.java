package io.jnetlink.property.generated;

import io.jnetlink.message.AttributeReader;
import io.jnetlink.wire.InvalidFieldException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * An attribute of a generated class, found by reflection: its presence, getter and setters.
 *
 * <p>Immutable.
 *
 * @param name name of the getter
 * @param arguments what presence and getter are called with: nothing, or the value of a selector further out
 */
public record GeneratedField(String name, List<Object> arguments) {

    /** Public methods by name: looking them up anew for each of thousands of samples takes most of the time. */
    private static final ClassValue<Map<String, List<Method>>> METHODS = new ClassValue<>() {
        @Override
        protected Map<String, List<Method>> computeValue(Class<?> type) {
            return Arrays.stream(type.getMethods()).collect(Collectors.groupingBy(Method::getName));
        }
    };

    /** Whether a value or view has it. */
    public boolean isPresent(AttributeReader reader) {
        String bare = name.startsWith("_") ? name.substring(1) : name;
        String presence = "has" + Character.toUpperCase(bare.charAt(0)) + bare.substring(1);
        return (boolean) call(reader, presence, arguments).orElseThrow();
    }

    /** The getter's answer. */
    public Object get(AttributeReader reader) {
        return call(reader, name, arguments).orElseThrow();
    }

    /** The struct in front of the attributes of a sub-message, if the format has one. */
    public Optional<Object> header(AttributeReader reader) {
        return call(reader, name + "Header", arguments);
    }

    /**
     * Sets on a builder what the getter of a value answers.
     *
     * @return whether the builder has such a setter and took the value
     */
    public boolean copy(AttributeReader from, Object builder) {
        return set(builder, header(from), get(from));
    }

    /**
     * Sets a value on a builder.
     *
     * @param header struct in front of the value, if there is one
     * @return whether the builder has such a setter and took the value
     */
    public boolean set(Object builder, Optional<Object> header, Object value) {
        try {
            List<Object> values = new ArrayList<>();
            header.ifPresent(values::add);
            values.add(value);
            return call(builder, name, values).isPresent()
                    || value instanceof List<?> list && addEach(list, builder)
                    // Where the order counts, a flag is set by a method without argument.
                    || value.equals(true) && call(builder, name, List.of()).isPresent();
        } catch (InvalidFieldException e) {
            // What a kernel may say, a caller may not: the builder checks more than the decoder.
            return false;
        }
    }

    private boolean addEach(List<?> list, Object builder) {
        String adder = "add" + Character.toUpperCase(name.charAt(0)) + name.substring(1);
        return list.stream().allMatch(e -> call(builder, adder, List.of(e)).isPresent());
    }

    private static Optional<Object> call(Object target, String method, List<Object> arguments) {
        for (Method candidate : METHODS.get(target.getClass()).getOrDefault(method, List.of())) {
            if (accepts(candidate, arguments)) {
                return Optional.of(invoke(target, candidate, arguments));
            }
        }
        return Optional.empty();
    }

    private static boolean accepts(Method method, List<Object> arguments) {
        Class<?>[] types = method.getParameterTypes();
        if (types.length != arguments.size() || method.isBridge()) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            if (!boxed(types[i]).isInstance(arguments.get(i))) {
                return false;
            }
        }
        return true;
    }

    private static Class<?> boxed(Class<?> type) {
        if (!type.isPrimitive()) {
            return type;
        }
        if (type == boolean.class) {
            return Boolean.class;
        }
        return type == int.class ? Integer.class : Long.class;
    }

    private static Object invoke(Object target, Method method, List<Object> arguments) {
        try {
            return Objects.requireNonNull(method.invoke(target, arguments.toArray()));
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(method.toString(), e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method.toString(), e);
        }
    }
}
