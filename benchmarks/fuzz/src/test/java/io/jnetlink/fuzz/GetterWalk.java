package io.jnetlink.fuzz;

import io.jnetlink.message.AttributeReader;
import io.jnetlink.message.Leveled;
import io.jnetlink.message.MessageBody;
import io.jnetlink.message.MessageView;
import io.jnetlink.message.StructView;
import io.jnetlink.wire.MalformedMessageException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * Calls every getter of a generated value or view whose presence is confirmed, down through the nests.
 *
 * <p>A value was checked as a whole, so its getters never fail. A view is checked as it is read, so its getters may find
 * something malformed. Not thread-safe.
 */
final class GetterWalk {

    /** Sets that contain themselves would let the input choose the depth of this walk. */
    private static final int MAX_DEPTH = 8;

    private static final Map<Class<?>, List<Getter>> GETTERS = new ConcurrentHashMap<>();
    private static final Set<String> NOT_GETTERS =
            Set.of("toBuilder", "toValue", "getClass", "notify", "notifyAll", "wait");

    private final boolean checkedBefore;

    private record Getter(Method method, @Nullable Method presence) {}

    private GetterWalk(boolean checkedBefore) {
        this.checkedBefore = checkedBefore;
    }

    /** Walks through a value, where nothing may fail. */
    static void throughValue(MessageBody value) {
        new GetterWalk(true).look(value, 0);
    }

    /** Walks through a view. */
    static void throughView(MessageView view) {
        new GetterWalk(false).look(view, 0);
    }

    private void look(@Nullable Object value, int depth) {
        if (depth > MAX_DEPTH || value == null) {
            return;
        }
        if (value instanceof AttributeReader
                || value instanceof StructView
                || value instanceof MessageBody
                || value instanceof MessageView) {
            for (Getter getter : GETTERS.computeIfAbsent(value.getClass(), GetterWalk::gettersOf)) {
                call(value, getter, depth);
            }
        } else if (value instanceof Collection<?> elements) {
            elements.forEach(element -> look(element, depth + 1));
        } else if (value instanceof Leveled<?> leveled) {
            look(leveled.value(), depth + 1);
        } else if (value.toString() == null) {
            throw new AssertionError("no text of a " + value.getClass());
        }
    }

    private void call(Object owner, Getter getter, int depth) {
        try {
            if (getter.presence == null || (boolean) getter.presence.invoke(owner)) {
                Object got = getter.method.invoke(owner);
                if (got == null && !getter.method.isDefault()) {
                    throw new AssertionError(getter.method + " returns null");
                }
                look(got, depth + 1);
            }
        } catch (InvocationTargetException e) {
            if (!isAllowed(owner, e.getCause())) {
                throw new AssertionError(getter.method + " of " + owner, e.getCause());
            }
        } catch (IllegalAccessException e) {
            throw new AssertionError(e);
        }
    }

    private boolean isAllowed(Object owner, Throwable thrown) {
        // Some sets ask for their first attribute, and may be empty.
        return thrown instanceof NoSuchElementException
                        && owner instanceof AttributeReader reader
                        && reader.length() == 0
                || thrown instanceof MalformedMessageException && !checkedBefore;
    }

    private static List<Getter> gettersOf(Class<?> type) {
        List<Getter> getters = new ArrayList<>();
        Set<String> seen = new HashSet<>();
        for (Method method : type.getMethods()) {
            if (method.getParameterCount() == 0
                    && !Modifier.isStatic(method.getModifiers())
                    && !method.isBridge()
                    && method.getReturnType() != void.class
                    && !NOT_GETTERS.contains(method.getName())
                    && seen.add(method.getName())) {
                getters.add(new Getter(method, presenceOf(type, method.getName())));
            }
        }
        return getters;
    }

    private static @Nullable Method presenceOf(Class<?> type, String getter) {
        String bare = getter.replaceFirst("^_", "").replaceFirst("View$", "");
        for (String stem : List.of(getter.replaceFirst("^_", ""), bare, bare.replaceFirst("_$", ""))) {
            try {
                return type.getMethod("has" + Character.toUpperCase(stem.charAt(0)) + stem.substring(1));
            } catch (NoSuchMethodException e) {
                continue;
            }
        }
        return null;
    }
}
