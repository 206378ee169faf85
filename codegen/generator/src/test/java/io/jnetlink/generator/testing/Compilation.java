package io.jnetlink.generator.testing;

import io.jnetlink.message.AttributeReader;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.ForwardingJavaFileManager;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileManager;
import javax.tools.JavaFileObject;
import javax.tools.SimpleJavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.StandardLocation;
import javax.tools.ToolProvider;
import org.jspecify.annotations.NullMarked;

/** Compiles sources in memory with all warnings on, and loads them. Not thread-safe. */
public final class Compilation {

    private static final List<String> OPTIONS = List.of("-Xlint:all", "-proc:none", "--release", "17");

    private final Map<String, ByteArrayOutputStream> classes = new HashMap<>();
    private final List<String> messages = new ArrayList<>();

    private Compilation() {}

    /** Compiles; {@link #messages()} tells what the compiler said. */
    public static Compilation of(Sources sources) throws IOException {
        Compilation compilation = new Compilation();
        JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
        DiagnosticCollector<JavaFileObject> diagnostics = new DiagnosticCollector<>();
        try (StandardJavaFileManager standard = compiler.getStandardFileManager(diagnostics, null, null)) {
            standard.setLocationFromPaths(
                    StandardLocation.CLASS_PATH, List.of(home(AttributeReader.class), home(NullMarked.class)));
            List<Text> texts = sources.byName().entrySet().stream()
                    .map(e -> new Text(e.getKey(), e.getValue()))
                    .toList();
            JavaFileManager manager = compilation.new Memory(standard);
            compiler.getTask(null, manager, diagnostics, OPTIONS, null, texts).call();
        }
        for (Diagnostic<? extends JavaFileObject> diagnostic : diagnostics.getDiagnostics()) {
            compilation.messages.add(diagnostic.toString());
        }
        return compilation;
    }

    private static Path home(Class<?> type) {
        try {
            return Path.of(
                    type.getProtectionDomain().getCodeSource().getLocation().toURI());
        } catch (URISyntaxException e) {
            throw new AssertionError(e);
        }
    }

    /** Errors and warnings. */
    public List<String> messages() {
        return List.copyOf(messages);
    }

    /** Errors and warnings, for a failure's message. */
    public String describe() {
        return messages.stream().limit(20).collect(Collectors.joining("\n"));
    }

    /** Loads the classes. */
    public ClassLoader load() {
        return new ClassLoader(Compilation.class.getClassLoader()) {
            @Override
            protected Class<?> findClass(String name) throws ClassNotFoundException {
                ByteArrayOutputStream bytes = classes.get(name);
                if (bytes == null) {
                    throw new ClassNotFoundException(name);
                }
                return defineClass(name, bytes.toByteArray(), 0, bytes.size());
            }
        };
    }

    /** One source. */
    private static final class Text extends SimpleJavaFileObject {

        private final String text;

        Text(String name, String text) {
            super(URI.create("string:///" + name.replace('.', '/') + Kind.SOURCE.extension), Kind.SOURCE);
            this.text = text;
        }

        @Override
        public CharSequence getCharContent(boolean ignoreEncodingErrors) {
            return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
        }
    }

    /** Keeps class files. */
    private final class Memory extends ForwardingJavaFileManager<StandardJavaFileManager> {

        Memory(StandardJavaFileManager standard) {
            super(standard);
        }

        @Override
        public JavaFileObject getJavaFileForOutput(
                Location location, String className, JavaFileObject.Kind kind, javax.tools.FileObject sibling) {
            return new SimpleJavaFileObject(URI.create("memory:///" + className.replace('.', '/') + ".class"), kind) {
                @Override
                public OutputStream openOutputStream() {
                    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                    classes.put(className, bytes);
                    return bytes;
                }
            };
        }
    }
}
