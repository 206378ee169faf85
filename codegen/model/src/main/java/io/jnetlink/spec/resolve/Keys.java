package io.jnetlink.spec.resolve;

import io.jnetlink.spec.ir.Protocol;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The keys an element may have, each with the lowest schema level that knows it. The tables are the whole vocabulary of
 * the language.
 *
 * <p>Immutable.
 */
final class Keys {
    static final Keys FAMILY = of(
                    Protocol.GENETLINK,
                    "name doc protocol uapi-header definitions attribute-sets operations mcast-groups kernel-family"
                            + " x-c-prefix x-c-header x-nest-flag x-import")
            .and(
                    Protocol.GENETLINK_C,
                    "c-family-name c-version-name max-by-define cmd-max-name cmd-cnt-name kernel-policy")
            .and(Protocol.GENETLINK_LEGACY, "version")
            .and(Protocol.NETLINK_RAW, "protonum sub-messages");

    static final Keys DEFINITION = of(Protocol.GENETLINK, "name type doc header scope x-c-name x-since");
    static final Keys CONSTANT =
            DEFINITION.and(Protocol.GENETLINK, "value x-c-prefix").and(Protocol.GENETLINK_C, "name-prefix");
    static final Keys ENUM = DEFINITION
            .and(Protocol.GENETLINK, "value-start entries render-max x-c-prefix")
            .and(Protocol.GENETLINK_C, "enum-name name-prefix enum-cnt-name");
    static final Keys STRUCT = DEFINITION.and(Protocol.GENETLINK_LEGACY, "members enum-name x-c-prefix");
    static final Keys ENTRY = of(Protocol.GENETLINK, "name value doc x-c-name x-since");
    static final Keys MEMBER = of(
            Protocol.GENETLINK_LEGACY, "name type len byte-order doc enum enum-as-flags display-hint struct x-c-name");

    static final Keys ATTRIBUTE_SET = of(
                    Protocol.GENETLINK, "name name-prefix enum-name doc subset-of attributes x-c-prefix x-ordered")
            .and(Protocol.GENETLINK_C, "attr-cnt-name attr-max-name header");
    static final Keys ATTRIBUTE = of(
                    Protocol.GENETLINK,
                    "name type doc value type-value byte-order multi-attr nested-attributes enum enum-as-flags checks"
                            + " sub-type display-hint x-request-type x-since x-default x-mutability x-conflicts"
                            + " x-keyword x-c-name x-nest-flag x-terminated x-struct-array")
            .and(Protocol.GENETLINK_C, "name-prefix")
            .and(Protocol.GENETLINK_LEGACY, "struct")
            .and(Protocol.NETLINK_RAW, "sub-message selector");
    static final Keys CHECKS = of(Protocol.GENETLINK, "flags-mask min max min-len max-len exact-len unterminated-ok");

    static final Keys SUB_MESSAGE = of(Protocol.NETLINK_RAW, "name formats");
    static final Keys FORMAT = of(Protocol.NETLINK_RAW, "value fixed-header attribute-set");

    static final Keys OPERATIONS = of(
                    Protocol.GENETLINK, "enum-model name-prefix enum-name async-prefix async-enum list")
            .and(Protocol.GENETLINK_LEGACY, "fixed-header");
    static final Keys OPERATION = of(
                    Protocol.GENETLINK,
                    "name doc value attribute-set flags dont-validate config-cond do dump notify event mcgrp x-flags"
                            + " x-c-name x-since")
            .and(Protocol.GENETLINK_LEGACY, "fixed-header");
    static final Keys EXCHANGE = of(Protocol.GENETLINK, "request reply pre post");
    static final Keys MESSAGE = of(Protocol.GENETLINK, "attributes").and(Protocol.GENETLINK_LEGACY, "value");
    static final Keys EVENT = of(Protocol.GENETLINK, "attributes");

    static final Keys GROUPS = of(Protocol.GENETLINK, "list");
    static final Keys GROUP = of(Protocol.GENETLINK, "name flags")
            .and(Protocol.GENETLINK_C, "c-define-name")
            .and(Protocol.NETLINK_RAW, "value");
    static final Keys IMPORT = of(Protocol.GENETLINK, "family structs attribute-sets");
    static final Keys KERNEL_FAMILY = of(Protocol.GENETLINK, "headers sock-priv");

    private static final String OVERLAY = "x-";

    private final Map<String, Protocol> levels;

    private Keys(Map<String, Protocol> levels) {
        this.levels = Collections.unmodifiableMap(levels);
    }

    private static Keys of(Protocol level, String names) {
        return new Keys(Map.of()).and(level, names);
    }

    private Keys and(Protocol level, String names) {
        Map<String, Protocol> all = new LinkedHashMap<>(levels);
        for (String name : names.split(" ")) {
            all.put(name, level);
        }
        return new Keys(all);
    }

    boolean knows(String key) {
        return levels.containsKey(key);
    }

    /** Returns the lowest level that knows the key, which must be a known one. */
    Protocol level(String key) {
        return levels.getOrDefault(key, Protocol.GENETLINK);
    }

    /** Returns the keys to offer in place of an unknown one: overlay keys for an overlay key, else all others. */
    String alternatives(String unknown) {
        boolean overlay = unknown.startsWith(OVERLAY);
        String names = levels.keySet().stream()
                .filter(k -> k.startsWith(OVERLAY) == overlay)
                .collect(Collectors.joining(", "));
        return names.isEmpty() ? "none" : names;
    }
}
