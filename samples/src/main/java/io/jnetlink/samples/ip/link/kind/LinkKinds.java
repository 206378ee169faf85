package io.jnetlink.samples.ip.link.kind;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The kinds whose options are known. Immutable. */
public final class LinkKinds {

    /** What the name of a kind ends with that is about the ports of another. */
    private static final String PORT_SUFFIX = "_slave";

    private static final LinkKinds ALL = new LinkKinds(List.of(
            new VxlanKind(),
            new VethKind(),
            new BridgeKind(),
            new BridgePortKind(),
            new MacvlanKind("macvlan"),
            new MacvlanKind("macvtap"),
            new TunKind(),
            new PlainKind("dummy"),
            new PlainKind("ifb")));

    private final Map<String, LinkKind> kinds = new LinkedHashMap<>();

    private LinkKinds(List<LinkKind> all) {
        all.forEach(kind -> kinds.put(kind.name(), kind));
    }

    /** Every kind there is. */
    public static LinkKinds all() {
        return ALL;
    }

    /** A kind by the word behind {@code type}. */
    public Optional<LinkKind> find(String name) {
        return Optional.ofNullable(kinds.get(name));
    }

    /** The kind that describes ports of a master of the given kind. */
    public Optional<LinkKind> findPort(String masterKind) {
        return find(masterKind + PORT_SUFFIX);
    }

    /** Whether a word behind {@code type} is about ports. */
    public static boolean isPort(String name) {
        return name.endsWith(PORT_SUFFIX) && name.indexOf('_') == name.length() - PORT_SUFFIX.length();
    }

    /** Names of all kinds. */
    public List<String> names() {
        return List.copyOf(kinds.keySet());
    }
}
