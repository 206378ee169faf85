package io.jnetlink.lab;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.support.descriptor.ClassSource;
import org.junit.platform.engine.support.descriptor.MethodSource;

/** The command line of the JVM in the lab: the Java, the class path and the test properties of this JVM. */
final class GuestJava {

    private static final List<String> FLAGS = List.of(
            "-ea", "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-XX:-UsePerfData", "-XX:MaxRAMPercentage=50");
    private static final List<String> HANDED_OVER = List.of("jnetlink.", "jqwik.", "junit.");

    private GuestJava() {}

    /** Writes the arguments, which are too long for a command line, into a file, and returns the command that reads it. */
    static List<String> command(Path directory, List<MirrorDescriptor> tests) throws IOException {
        List<String> arguments = new ArrayList<>(FLAGS);
        Properties properties = System.getProperties();
        properties.stringPropertyNames().stream()
                .filter(name -> HANDED_OVER.stream().anyMatch(name::startsWith))
                .forEach(name -> arguments.add("-D" + name + "=" + properties.getProperty(name)));
        arguments.add("-cp");
        arguments.add(String.join(File.pathSeparator, classPath(tests)));
        arguments.add(GuestLauncher.class.getName());
        arguments.add(directory.toString());
        Path file = directory.resolve("java-arguments");
        Files.write(file, arguments.stream().map(GuestJava::quoted).toList());
        Path java = Path.of(System.getProperty("java.home"), "bin", "java");
        return List.of(java.toString(), "@" + file);
    }

    private static String quoted(String argument) {
        return '"' + argument.replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    /** Modules are class path entries there, and so are the tests that this JVM may have patched into a module. */
    private static Set<String> classPath(List<MirrorDescriptor> tests) {
        Set<String> entries = new LinkedHashSet<>();
        for (String property : List.of("java.class.path", "jdk.module.path")) {
            Arrays.stream(System.getProperty(property, "").split(File.pathSeparator))
                    .filter(entry -> !entry.isEmpty())
                    .map(entry -> Path.of(entry).toAbsolutePath().toString())
                    .forEach(entries::add);
        }
        tests.forEach(test -> addRoot(test, entries));
        return entries;
    }

    private static void addRoot(TestDescriptor test, Set<String> entries) {
        test.getSource().ifPresent(source -> {
            if (source instanceof MethodSource method) {
                addRoot(method.getJavaClass(), entries);
            } else if (source instanceof ClassSource type) {
                addRoot(type.getJavaClass(), entries);
            }
        });
    }

    private static void addRoot(Class<?> type, Set<String> entries) {
        String resource = type.getName().replace('.', '/') + ".class";
        URL url = type.getResource("/" + resource);
        if (url == null || !"file".equals(url.getProtocol())) {
            return;
        }
        try {
            String file = Path.of(url.toURI()).toString();
            entries.add(file.substring(0, file.length() - resource.length() - 1));
        } catch (URISyntaxException e) {
            throw new IllegalStateException("the class loader gave an address that is none: " + url, e);
        }
    }
}
