package io.jnetlink.samples.golden;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A command that makes a VXLAN device, drawn at random.
 *
 * <p>Immutable.
 *
 * @param generic words before {@code type vxlan}
 * @param options options after it, each with its values, in the order to be given
 * @param newer options that iproute2 6.1 lacks, or {@code ip} of any release
 * @param expected for those of them that can be read back: the number of the attribute and its payload in hex
 */
record VxlanOptions(
        List<String> generic, List<List<String>> options, List<List<String>> newer, Map<Integer, String> expected) {

    /** The words of the command that every release of iproute2 knows. */
    List<String> words(String device) {
        return words("add", device, List.of());
    }

    /** The words of the command with the newer options at its end. */
    List<String> wordsWithNewer(String device) {
        return words("add", device, newer);
    }

    /** The words of a command that gives an existing device these settings; the kernel takes few of them. */
    List<String> changeWords(String device) {
        return words("set", device, List.of());
    }

    boolean givesAddress() {
        return generic.contains("address");
    }

    private List<String> words(String verb, String device, List<List<String>> more) {
        List<String> words = new ArrayList<>(List.of("link", verb, device));
        words.addAll(generic);
        words.addAll(List.of("type", "vxlan"));
        options.forEach(words::addAll);
        more.forEach(words::addAll);
        return words;
    }

    @Override
    public String toString() {
        return String.join(" ", wordsWithNewer("vx0"));
    }
}
