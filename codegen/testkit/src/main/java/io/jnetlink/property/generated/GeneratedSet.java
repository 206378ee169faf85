package io.jnetlink.property.generated;

import io.jnetlink.message.AttributeReader;
import io.jnetlink.message.MessageView;
import io.jnetlink.spec.JavaNames;
import io.jnetlink.spec.ir.AttributeSetIr;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.FormatIr;
import io.jnetlink.wire.NetlinkBuffer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The generated classes of one attribute set, found by reflection.
 *
 * <p>Immutable.
 */
public final class GeneratedSet {

    private final String name;
    private final Class<?> value;
    private final Class<?> view;
    private final List<GeneratedField> fields;

    private GeneratedSet(String name, Class<?> value, Class<?> view, Set<String> selectorValues) {
        this.name = name;
        this.value = value;
        this.view = view;
        this.fields = fields(value, selectorValues);
    }

    /**
     * The classes of a set.
     *
     * @param family the family
     * @param javaPackage package of its generated classes
     * @param set one of the sets that the family defines itself
     */
    public static GeneratedSet of(Family family, String javaPackage, AttributeSetIr set) {
        Set<String> selectors = new TreeSet<>();
        family.subMessages()
                .forEach(m -> m.formats().stream().map(FormatIr::value).forEach(selectors::add));
        String type = javaPackage + "." + JavaNames.type(set.name());
        return new GeneratedSet(set.name(), load(type), load(type + "View"), selectors);
    }

    /** The spec's name. */
    public String name() {
        return name;
    }

    /** Decodes attributes. */
    public AttributeReader decode(byte[] bytes) {
        return (AttributeReader) invoke(
                method(value, "decode", NetlinkBuffer.class, int.class, int.class),
                null,
                NetlinkBuffer.wrap(bytes),
                0,
                bytes.length);
    }

    /** A view of attributes. */
    public AttributeReader wrap(byte[] bytes) {
        try {
            Object empty = view.getConstructor().newInstance();
            Method wrap = method(view, "wrap", NetlinkBuffer.class, int.class, int.class);
            return (AttributeReader) invoke(wrap, empty, NetlinkBuffer.wrap(bytes), 0, bytes.length);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An empty builder. */
    public Object builder() {
        return emptyBuilder(value);
    }

    /** An empty builder of a value class. */
    public static Object emptyBuilder(Class<?> value) {
        return invoke(method(value, "builder"), null);
    }

    /** What was set on a builder. */
    public static AttributeReader build(Object builder) {
        return (AttributeReader) invoke(method(builder.getClass(), "build"), builder);
    }

    /** A builder that starts with a value. */
    public static Object toBuilder(AttributeReader value) {
        return invoke(method(value.getClass(), "toBuilder"), value);
    }

    /** The value that a view makes of itself. */
    public static AttributeReader toValue(AttributeReader view) {
        return (AttributeReader) invoke(method(view.getClass(), "toValue"), view);
    }

    /** The value that a message view makes of itself. */
    public static Object copy(MessageView view) {
        return invoke(method(view.getClass(), "toValue"), view);
    }

    /** The attributes. */
    public List<GeneratedField> fields() {
        return fields;
    }

    /**
     * The attributes of a value or view class.
     *
     * @param type the class
     * @param selectorValues values of selectors that stand further out than their sub-messages
     */
    public static List<GeneratedField> fields(Class<?> type, Set<String> selectorValues) {
        Set<String> names =
                Arrays.stream(type.getMethods()).map(Method::getName).collect(Collectors.toSet());
        List<GeneratedField> fields = new ArrayList<>();
        for (Method method : type.getMethods()) {
            String bare = method.getName().replaceFirst("^has", "");
            if (method.getReturnType() != boolean.class || bare.equals(method.getName()) || bare.isEmpty()) {
                continue;
            }
            String getter = Character.toLowerCase(bare.charAt(0)) + bare.substring(1);
            String name = names.contains(getter) ? getter : "_" + bare;
            if (!names.contains(name)) {
                continue;
            }
            if (method.getParameterCount() == 0) {
                fields.add(new GeneratedField(name, List.of()));
            } else if (method.getParameterTypes()[0] == String.class) {
                selectorValues.forEach(v -> fields.add(new GeneratedField(name, List.of(v))));
            }
        }
        // The order of reflection is the JVM's choice. A format's getter has the longer name: copied before the raw
        // payload, it does not replace one that was too short for it.
        fields.sort(Comparator.comparingInt((GeneratedField f) -> -f.name().length())
                .thenComparing(GeneratedField::name));
        return fields;
    }

    /** Java name of a getter. */
    static String member(String attributeName) {
        return JavaNames.member(attributeName);
    }

    /** The lists of one attribute each that a list whose order counts consists of. */
    static List<AttributeReader> inOrder(AttributeReader ordered) {
        List<?> parts = (List<?>) invoke(method(ordered.getClass(), "inOrder"), ordered);
        return parts.stream().map(AttributeReader.class::cast).toList();
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name);
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("no generated class " + name, e);
        }
    }

    private static Method method(Class<?> type, String name, Class<?>... parameters) {
        try {
            return type.getMethod(name, parameters);
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Object invoke(Method method, Object target, Object... arguments) {
        try {
            return method.invoke(target, arguments);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw new IllegalStateException(method.toString(), e);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(method.toString(), e);
        }
    }

    @Override
    public String toString() {
        return value.getSimpleName();
    }
}
