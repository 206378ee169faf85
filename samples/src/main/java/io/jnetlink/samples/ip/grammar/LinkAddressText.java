package io.jnetlink.samples.ip.grammar;

import io.jnetlink.wire.HardwareAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Link-layer addresses as {@code ip} takes them: hexadecimal numbers up to 255 joined by colons, any number of them, or
 * an IPv4 address. Stateless.
 */
public final class LinkAddressText {

    /** As {@code sscanf(3)} reads {@code %x}: what follows the digits does not matter. */
    private static final Pattern BYTE = Pattern.compile("\\s*(-?)\\+?(?:0[xX](?=[0-9a-fA-F]))?([0-9a-fA-F]+).*");

    private LinkAddressText() {}

    /**
     * Reads an address.
     *
     * @throws CommandException if it is none
     */
    public static HardwareAddress parse(String word) {
        if (word.indexOf('.') >= 0) {
            byte[] bytes = AddressArgument.v4(word);
            if (bytes.length == 0) {
                throw invalid(word);
            }
            return HardwareAddress.of(bytes);
        }
        List<Integer> numbers = new ArrayList<>();
        for (String part : word.split(":", HardwareAddress.MAX_LENGTH + 1)) {
            numbers.add(number(part));
        }
        byte[] bytes = new byte[numbers.size()];
        for (int i = 0; i < bytes.length; i++) {
            bytes[i] = numbers.get(i).byteValue();
        }
        return HardwareAddress.of(bytes);
    }

    private static int number(String part) {
        Matcher matcher = BYTE.matcher(part);
        if (!matcher.matches()) {
            throw invalid(part);
        }
        String digits = matcher.group(2).replaceFirst("^0+(?=.)", "");
        if (digits.length() > 2 || !matcher.group(1).isEmpty() && !digits.equals("0")) {
            throw invalid(part);
        }
        return Integer.parseInt(digits, 16);
    }

    private static CommandException invalid(String text) {
        return CommandException.failed("\"" + text + "\" is invalid lladdr.");
    }
}
