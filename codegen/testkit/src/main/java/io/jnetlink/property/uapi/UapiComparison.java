package io.jnetlink.property.uapi;

import io.jnetlink.spec.ir.Family;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The numbers of a spec that have a name in C, compared with the kernel's headers that are installed: attributes, enum
 * entries, constants, operations, multicast groups, and sizes and offsets in structs.
 *
 * <p>Immutable.
 *
 * @param headers release of the headers, such as {@code 6.1}
 * @param compared how many constants were compared
 * @param newer how many the spec says to be newer than the headers, which indeed lack them
 * @param faults what differs, or is missing without being newer, in words
 */
public record UapiComparison(String headers, int compared, int newer, List<String> faults) {

    private static final String VERSION_CODE = "LINUX_VERSION_CODE";

    /** Copies the list. */
    public UapiComparison {
        faults = List.copyOf(faults);
    }

    /**
     * Whether there is a C compiler that can use the kernel's headers.
     *
     * @param folder an empty folder for a trial program
     */
    public static boolean isPossible(Path folder) {
        return CompilerProbe.isUsable(folder);
    }

    /**
     * Compares.
     *
     * @param family the family
     * @param isKnownInC tells by its place in the spec, such as {@code vxlan-df.set} or {@code ifinfomsg}, whether an element has a
     *     name in C at all
     * @param folder an empty folder for a program
     */
    public static UapiComparison of(Family family, Predicate<String> isKnownInC, Path folder) {
        List<UapiConstant> constants = UapiConstants.of(family).stream()
                .filter(c -> isKnownInC.test(c.place()))
                .toList();
        List<String> expressions = new ArrayList<>(List.of(VERSION_CODE));
        constants.forEach(c -> expressions.add(c.expression()));
        Map<String, Long> compiled = new CompilerProbe(folder, UapiConstants.headers(family)).evaluate(expressions);
        KernelVersion headers = KernelVersion.ofCode(compiled.getOrDefault(VERSION_CODE, 0L));
        List<String> faults = new ArrayList<>();
        int newer = 0;
        for (UapiConstant constant : constants) {
            Long value = compiled.get(constant.expression());
            if (value != null && !constant.agreesWith(value)) {
                faults.add(constant + ", but the headers say " + value);
            } else if (value == null
                    && constant.since().filter(s -> s.isNewerThan(headers)).isPresent()) {
                newer++;
            } else if (value == null) {
                faults.add(constant + " is not in the headers of " + headers);
            }
        }
        return new UapiComparison(headers.toString(), constants.size() - newer, newer, faults);
    }
}
