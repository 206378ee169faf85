package io.jnetlink.generator.testing;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jnetlink.schema.FamilySchema;
import io.jnetlink.spec.SpecLoader;
import io.jnetlink.wire.NetlinkBuffer;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * A family that was generated, compiled and loaded within this JVM.
 *
 * <p>Thread-safe.
 */
public final class GeneratedFamily {

    private static final String PACKAGE = "generated";
    private static final Map<String, GeneratedFamily> CACHE = new ConcurrentHashMap<>();

    private final ClassLoader loader;

    private GeneratedFamily(Sources sources) {
        try {
            Compilation compilation = Compilation.of(sources);
            if (!compilation.messages().isEmpty()) {
                throw new AssertionError("javac complains:\n" + compilation.describe());
            }
            this.loader = compilation.load();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The family of {@code constructs/<name>.yaml}; its expected bytes are those of a little-endian machine. */
    public static GeneratedFamily construct(String name) {
        assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN, "bytes are written for little-endian machines");
        return CACHE.computeIfAbsent(name, n -> parse(n + ".yaml", resource("/constructs/" + n + ".yaml")));
    }

    /** The family of a spec text. */
    public static GeneratedFamily parse(String fileName, String spec) {
        return new GeneratedFamily(Sources.of(new SpecLoader().parse(fileName, spec), PACKAGE, fileName));
    }

    /** Text of a test resource. */
    public static String resource(String path) {
        try (InputStream in = GeneratedFamily.class.getResourceAsStream(path)) {
            if (in == null) {
                throw new IllegalArgumentException("no resource " + path);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One of its classes. */
    public Class<?> type(String simpleName) {
        try {
            return loader.loadClass(PACKAGE + "." + simpleName);
        } catch (ClassNotFoundException e) {
            throw new AssertionError("no generated type " + simpleName, e);
        }
    }

    /** A public static field. */
    public Object constant(String type, String field) {
        try {
            return type(type).getField(field).get(null);
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type + "." + field, e);
        }
    }

    /** The schema of a family whose operations class is called {@code stem}. */
    public FamilySchema schema(String stem) {
        return (FamilySchema) constant(stem + "Schema", "FAMILY");
    }

    /** {@code Type.builder()}. */
    public Dynamic builder(String type) {
        return call(type, "builder");
    }

    /** {@code new Type(argument)}, by the only public constructor. */
    public Dynamic construct(String type, Object argument) {
        try {
            return new Dynamic(type(type).getConstructors()[0].newInstance(argument));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type, e);
        }
    }

    /** A static method. */
    public Dynamic call(String type, String method, Object... arguments) {
        return new Dynamic(Dynamic.invoke(type(type), null, method, arguments));
    }

    /** {@code Type.decode(…)} of bytes in hexadecimal, spaces allowed. */
    public Dynamic decode(String type, String hex) {
        byte[] bytes = bytes(hex);
        return call(type, "decode", NetlinkBuffer.wrap(bytes), 0, bytes.length);
    }

    /** A view of bytes in hexadecimal, which stand behind eight others. */
    public Dynamic view(String type, String hex) {
        byte[] bytes = bytes("ffffffff ffffffff" + hex);
        try {
            Object view = type(type).getConstructor().newInstance();
            return new Dynamic(
                    Dynamic.invoke(view.getClass(), view, "wrap", NetlinkBuffer.wrap(bytes), 8, bytes.length - 8));
        } catch (ReflectiveOperationException e) {
            throw new AssertionError(type, e);
        }
    }

    /** Bytes of hexadecimal digits, spaces allowed. */
    public static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replaceAll("\\s+", ""));
    }
}
