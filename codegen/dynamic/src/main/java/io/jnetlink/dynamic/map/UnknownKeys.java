package io.jnetlink.dynamic.map;

import io.jnetlink.wire.AttributeHeader;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How attributes without a name are called: by number, with the flag bits of their type behind it
 * ({@code 35}, {@code 35/nested}, {@code 35/net}).
 *
 * <p>Stateless.
 */
final class UnknownKeys {

    private static final Pattern FORM = Pattern.compile("(\\d{1,5})(/nested)?(/net)?");

    private UnknownKeys() {}

    static String of(int rawType) {
        return (rawType & AttributeHeader.TYPE_MASK)
                + ((rawType & AttributeHeader.NESTED) != 0 ? "/nested" : "")
                + ((rawType & AttributeHeader.NET_BYTE_ORDER) != 0 ? "/net" : "");
    }

    /** The type of such a key, flag bits included; null for any other key. */
    static @Nullable Integer rawType(String key) {
        Matcher matcher = FORM.matcher(key);
        if (!matcher.matches() || Integer.parseInt(matcher.group(1)) > AttributeHeader.TYPE_MASK) {
            return null;
        }
        return Integer.parseInt(matcher.group(1))
                | (matcher.group(2) == null ? 0 : AttributeHeader.NESTED)
                | (matcher.group(3) == null ? 0 : AttributeHeader.NET_BYTE_ORDER);
    }
}
