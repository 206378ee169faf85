package io.jnetlink.generator.testing;

import io.jnetlink.message.AttributeReader;
import io.jnetlink.message.MessageBody;
import io.jnetlink.message.StructValue;
import io.jnetlink.wire.MessageWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/**
 * An object of a generated class, whose methods are called by name.
 *
 * <p>As thread-safe as the object.
 */
public record Dynamic(Object target) {

    private static final Map<Class<?>, Class<?>> BOXES =
            Map.of(int.class, Integer.class, long.class, Long.class, boolean.class, Boolean.class);

    /** Calls a setter that returns its builder. */
    public Dynamic set(String method, Object... arguments) {
        return new Dynamic(call(method, arguments));
    }

    /** Calls a setter that takes a consumer of a nested builder. */
    public Dynamic fill(String method, Consumer<Dynamic> fill) {
        Consumer<Object> consumer = builder -> fill.accept(new Dynamic(builder));
        return new Dynamic(call(method, consumer));
    }

    /** Calls {@code build()}. */
    public Dynamic build() {
        return set("build");
    }

    /** Calls a getter. */
    public Object get(String method, Object... arguments) {
        return call(method, arguments);
    }

    /** Calls a getter of something generated. */
    public Dynamic nest(String method, Object... arguments) {
        return new Dynamic(call(method, arguments));
    }

    /** Calls a getter of a list of generated things. */
    public List<Dynamic> nests(String method) {
        return ((List<?>) call(method)).stream().map(o -> new Dynamic(o)).toList();
    }

    /** Calls a predicate. */
    public boolean is(String method, Object... arguments) {
        return (boolean) call(method, arguments);
    }

    /** The bytes that would be sent, in hexadecimal, in groups of four. */
    public String hex() {
        MessageWriter out = MessageWriter.onHeap();
        if (target instanceof StructValue struct) {
            struct.writeTo(out);
        } else if (target instanceof AttributeReader attributes) {
            attributes.writeTo(out);
        } else {
            ((MessageBody) target).writeTo(out);
        }
        return HexFormat.of().formatHex(out.toByteArray()).replaceAll("(.{8})(?=.)", "$1 ");
    }

    private Object call(String method, Object... arguments) {
        return invoke(target.getClass(), target, method, arguments);
    }

    public static Object invoke(Class<?> type, Object target, String name, Object... arguments) {
        Method method = Arrays.stream(type.getMethods())
                .filter(m -> m.getName().equals(name) && accepts(m, arguments))
                .filter(m -> !m.isBridge())
                .findFirst()
                .orElseThrow(() ->
                        new AssertionError("no " + type.getSimpleName() + "." + name + Arrays.toString(arguments)));
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new AssertionError(name, e.getCause());
        } catch (IllegalAccessException e) {
            throw new AssertionError(name, e);
        }
    }

    private static boolean accepts(Method method, Object... arguments) {
        Class<?>[] types = method.getParameterTypes();
        if (types.length != arguments.length) {
            return false;
        }
        for (int i = 0; i < types.length; i++) {
            if (!BOXES.getOrDefault(types[i], types[i]).isInstance(arguments[i])) {
                return false;
            }
        }
        return true;
    }
}
