package io.jnetlink.ovs.rule;

import io.jnetlink.ovs.flow.KeyAttrs;
import io.jnetlink.ovs.text.Ufid;
import java.util.Optional;

/**
 * What names a flow: its identifier, its key, or both. There is none without either, since the kernel would take that for
 * all flows.
 *
 * <p>Immutable. If both are there the kernel goes by the identifier. A flow that was added with an identifier is found by
 * that only.
 *
 * @param ufid the identifier
 * @param key the values that it was added with; the mask plays no part
 */
public record FlowId(Optional<Ufid> ufid, Optional<KeyAttrs> key) {

    /**
     * @throws IllegalArgumentException if there is neither, or the key is empty
     */
    public FlowId {
        if (ufid.isEmpty() && key.isEmpty()) {
            throw new IllegalArgumentException("a flow is named by an identifier or a key: there is neither");
        }
        if (key.isPresent() && key.get().length() == 0) {
            throw new IllegalArgumentException("a flow is named by what is in its key: there is nothing in it");
        }
    }

    /** By an identifier. */
    public static FlowId of(Ufid ufid) {
        return new FlowId(Optional.of(ufid), Optional.empty());
    }

    /**
     * By a key.
     *
     * @throws IllegalArgumentException if it is empty
     */
    public static FlowId of(KeyAttrs key) {
        return new FlowId(Optional.empty(), Optional.of(key));
    }

    /**
     * By what the flow was added with.
     *
     * @throws IllegalArgumentException if nothing is in its key
     */
    public static FlowId of(Match match) {
        return of(match.key());
    }

    /**
     * By both, as the original tools send them.
     *
     * @throws IllegalArgumentException if the key is empty
     */
    public static FlowId of(Ufid ufid, KeyAttrs key) {
        return new FlowId(Optional.of(ufid), Optional.of(key));
    }
}
