package io.jnetlink.samples.ip.grammar;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Names for numbers, from one of the files below {@code /etc/iproute2}.
 *
 * <p>Immutable. A line is a number and a name; {@code #} starts a comment. A file that is not there is an empty one.
 */
public final class NameTable {

    private static final Pattern LINE = Pattern.compile("\\s*(0[xX][0-9a-fA-F]+|[0-9]+)\\s+([^\\s#]\\S*)\\s*(?:#.*)?");
    private static final int MAX_GROUP_BITS = 31;

    private final Map<String, Integer> numbers;
    private final Map<Integer, String> names = new LinkedHashMap<>();

    private NameTable(Map<String, Integer> numbers) {
        this.numbers = numbers;
        numbers.forEach((name, number) -> names.put(number, name));
    }

    /**
     * Reads a file.
     *
     * @param zero the name that 0 has if the file does not say
     */
    public static NameTable read(Path file, String zero) {
        Map<String, Integer> numbers = new LinkedHashMap<>();
        numbers.put(zero, 0);
        try {
            for (String line : Files.readAllLines(file)) {
                Matcher matcher = LINE.matcher(line);
                if (matcher.matches()) {
                    numbers.put(matcher.group(2), Long.decode(matcher.group(1)).intValue());
                }
            }
        } catch (NoSuchFileException e) {
            // The built-in name is all there is.
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new NameTable(numbers);
    }

    /** The name of a number, or the number itself. */
    public String nameOf(int number) {
        return Optional.ofNullable(names.get(number)).orElseGet(() -> Integer.toString(number));
    }

    /** The number of a device group: a name or a number below 2³¹. */
    public OptionalInt group(String word) {
        Integer known = numbers.get(word);
        if (known != null) {
            return OptionalInt.of(known);
        }
        OptionalInt number = IntegerText.truncated(word);
        return number.isPresent() && number.getAsInt() >>> MAX_GROUP_BITS == 0 ? number : OptionalInt.empty();
    }

    /** A type of service: a name, or a number of eight bits that is always read as hexadecimal. */
    public OptionalInt typeOfService(String word) {
        Integer known = numbers.get(word);
        return known != null ? OptionalInt.of(known) : IntegerText.hexU8(word);
    }
}
