package io.jnetlink.property.uapi;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Asks the C compiler for the values of constant expressions, under the headers installed here. An expression that
 * does not compile is left out of the answer.
 *
 * <p>Not thread-safe.
 */
final class CompilerProbe {

    private static final String COMPILER = "gcc";
    private static final long TIMEOUT_SECONDS = 60;
    private static final int MAX_ROUNDS = 5;
    private static final Pattern ERROR = Pattern.compile("(?m)^[^\\n:]*probe\\.c:(\\d+):.* error: ");

    private final Path folder;
    private final Set<String> headers;

    /**
     * @param folder where to put the program; exists already
     * @param headers headers to include; those not installed are passed over
     */
    CompilerProbe(Path folder, Set<String> headers) {
        this.folder = folder;
        this.headers = headers;
    }

    /** Whether there is a compiler that can use the kernel's headers. */
    static boolean isUsable(Path folder) {
        Path source = folder.resolve("usable.c");
        try {
            Files.writeString(source, "#include <linux/version.h>\n#include <linux/rtnetlink.h>\n");
            return run(folder, List.of(COMPILER, "-fsyntax-only", source.toString()))
                            .exit()
                    == 0;
        } catch (IOException e) {
            return false;
        }
    }

    /** The value of each expression that compiles. */
    Map<String, Long> evaluate(Collection<String> expressions) {
        Set<String> left = new LinkedHashSet<>(expressions);
        try {
            for (int round = 0; round < MAX_ROUNDS; round++) {
                Set<String> faulty = compile(new ArrayList<>(left));
                if (faulty.isEmpty()) {
                    return execute();
                }
                left.removeAll(faulty);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        throw new IllegalStateException("the program does not compile even without the expressions at fault");
    }

    /** Compiles a program that prints the expressions; returns those that are at fault. */
    private Set<String> compile(List<String> expressions) throws IOException {
        List<String> lines = new ArrayList<>(prologue());
        int first = lines.size() + 1;
        for (String expression : expressions) {
            lines.add("  {\"" + expression + "\", (long long) (" + expression + ")},");
        }
        lines.add("};");
        lines.add("int main(void) {");
        lines.add("  for (unsigned i = 0; i < sizeof all / sizeof all[0]; i++)");
        lines.add("    printf(\"%lld %s\\n\", all[i].value, all[i].name);");
        lines.add("  return 0;");
        lines.add("}");
        Files.write(folder.resolve("probe.c"), lines);
        Result result = run(
                folder,
                List.of(COMPILER, "-w", "-fmax-errors=0", "-o", program().toString(), "probe.c"));
        Set<String> faulty = new HashSet<>();
        Matcher error = ERROR.matcher(result.output());
        while (error.find()) {
            int index = Integer.parseInt(error.group(1)) - first;
            if (index < 0 || index >= expressions.size()) {
                throw new IllegalStateException(result.output());
            }
            faulty.add(expressions.get(index));
        }
        if (faulty.isEmpty() && result.exit() != 0) {
            throw new IllegalStateException(result.output());
        }
        return faulty;
    }

    private List<String> prologue() {
        List<String> lines = new ArrayList<>();
        lines.add("#include <stddef.h>");
        lines.add("#include <stdio.h>");
        lines.add("#include <linux/version.h>");
        // The C library's own headers first: the kernel's then know what is declared already.
        headers.stream().filter(h -> !h.startsWith("linux/")).forEach(h -> include(lines, h));
        headers.stream().filter(h -> h.startsWith("linux/")).forEach(h -> include(lines, h));
        lines.add("static const struct { const char *name; long long value; } all[] = {");
        return lines;
    }

    private static void include(List<String> lines, String header) {
        lines.add("#if __has_include(<" + header + ">)");
        lines.add("#include <" + header + ">");
        lines.add("#endif");
    }

    private Map<String, Long> execute() throws IOException {
        Result result = run(folder, List.of(program().toString()));
        if (result.exit() != 0) {
            throw new IllegalStateException(result.output());
        }
        Map<String, Long> values = new LinkedHashMap<>();
        for (String line : result.output().lines().toList()) {
            int blank = line.indexOf(' ');
            values.put(line.substring(blank + 1), Long.parseLong(line.substring(0, blank)));
        }
        return values;
    }

    private Path program() {
        return folder.resolve("probe");
    }

    private static Result run(Path folder, List<String> command) throws IOException {
        Path output = folder.resolve("output.txt");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().put("LC_ALL", "C");
        Process process = builder.start();
        try {
            if (!process.waitFor(TIMEOUT_SECONDS, TimeUnit.SECONDS)) {
                throw new IOException(command.get(0) + " does not end");
            }
            return new Result(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException(command.get(0) + " was interrupted", e);
        } finally {
            process.destroy();
        }
    }

    private record Result(int exit, String output) {}
}
