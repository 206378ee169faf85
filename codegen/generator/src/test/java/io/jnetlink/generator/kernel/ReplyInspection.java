package io.jnetlink.generator.kernel;

import io.jnetlink.message.AttributeReader;
import io.jnetlink.message.Leveled;
import io.jnetlink.message.MessageBody;
import io.jnetlink.schema.AttributeKind;
import io.jnetlink.schema.AttributeSchema;
import io.jnetlink.spec.JavaNames;
import io.jnetlink.wire.AttributeCursor;
import io.jnetlink.wire.NetlinkBuffer;
import io.jnetlink.wire.RawAttribute;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Calls every getter of a decoded message, down to the innermost, and notes what the spec does not explain.
 *
 * <p>Not thread-safe.
 */
final class ReplyInspection {

    private final Set<String> unknown = new TreeSet<>();
    private final Set<String> odd = new TreeSet<>();
    private int getters;

    /** Attributes that the spec has no name for, as {@code set.number}. */
    Set<String> unknown() {
        return unknown;
    }

    /** Attributes that are there but not as the spec says, as {@code set.name} and what is odd about them. */
    Set<String> odd() {
        return odd;
    }

    /** How many getters were called. */
    int getters() {
        return getters;
    }

    void inspect(MessageBody body) throws ReflectiveOperationException {
        look(
                body instanceof AttributeReader
                        ? body
                        : body.getClass().getMethod("attributes").invoke(body));
    }

    private void look(Object value) throws ReflectiveOperationException {
        if (value instanceof AttributeReader reader) {
            lookInside(reader);
        } else if (value instanceof Collection<?> elements) {
            for (Object element : elements) {
                look(element);
            }
        } else if (value instanceof Leveled<?> leveled) {
            look(leveled.value());
        }
    }

    private void lookInside(AttributeReader reader) throws ReflectiveOperationException {
        String set = reader.schema().name();
        for (RawAttribute attribute : reader.unknown()) {
            unknown.add(set + "." + attribute.type());
        }
        checkLengths(reader);
        for (Method presence : reader.getClass().getMethods()) {
            if (presence.getName().startsWith("has")
                    && presence.getReturnType() == boolean.class
                    && presence.getParameterCount() == 0
                    && (boolean) presence.invoke(reader)) {
                callGetter(reader, presence.getName().substring(3));
            }
        }
        checkFormats(reader);
    }

    private void callGetter(AttributeReader reader, String bareName) throws ReflectiveOperationException {
        String camel = bareName.substring(0, 1).toLowerCase(Locale.ROOT) + bareName.substring(1);
        for (String name : List.of(camel, "_" + bareName, "_" + camel)) {
            Method getter = method(reader, name);
            if (getter != null) {
                getters++;
                try {
                    look(getter.invoke(reader));
                } catch (InvocationTargetException e) {
                    odd.add(reader.schema().name() + "." + name + ": " + e.getCause());
                }
                return;
            }
        }
    }

    private static @Nullable Method method(AttributeReader reader, String name) {
        try {
            return reader.getClass().getMethod(name);
        } catch (NoSuchMethodException e) {
            return null;
        }
    }

    /** A number must have its width, which decoding, tolerant of longer ones, does not check. */
    private void checkLengths(AttributeReader reader) {
        byte[] bytes = reader.toByteArray();
        AttributeCursor cursor = new AttributeCursor().wrap(NetlinkBuffer.wrap(bytes), 0, bytes.length);
        while (cursor.next()) {
            AttributeSchema attribute = reader.schema().byNumber(cursor.type());
            if (attribute == null) {
                continue;
            }
            AttributeKind kind = attribute.kind();
            int size = cursor.payloadLength();
            boolean variable = kind == AttributeKind.UINT || kind == AttributeKind.SINT;
            boolean fixed =
                    kind.isNumber() && !variable || kind == AttributeKind.FLAG || kind == AttributeKind.BITFIELD32;
            if (fixed && size != kind.minimumLength() || variable && size != 4 && size != 8) {
                odd.add(reader.schema().name() + "." + attribute.name() + ": " + kind + " of " + size + " bytes");
            }
        }
    }

    /** A sub-message whose format the spec does not have stays bytes. */
    private void checkFormats(AttributeReader reader) throws ReflectiveOperationException {
        for (AttributeSchema attribute : reader.schema().attributes()) {
            if (attribute.subMessage() == null || !reader.has(attribute.number())) {
                continue;
            }
            String selector = attribute.selector();
            Optional<AttributeSchema> chosen = reader.schema().byName(selector);
            if (chosen.isEmpty() || !reader.has(chosen.get().number())) {
                odd.add(reader.schema().name() + "." + attribute.name() + ": chosen by " + selector + " further out");
                continue;
            }
            Method getter = method(reader, JavaNames.member(selector));
            String value = getter == null ? "?" : String.valueOf(getter.invoke(reader));
            boolean known = reader.schema()
                    .family()
                    .subMessage(attribute.subMessage())
                    .format(value)
                    .isPresent();
            if (!known) {
                odd.add(reader.schema().name() + "." + attribute.name() + ": no format " + value);
            }
        }
    }
}
