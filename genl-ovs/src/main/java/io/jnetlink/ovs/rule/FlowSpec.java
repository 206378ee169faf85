package io.jnetlink.ovs.rule;

import io.jnetlink.ovs.flow.ActionAttrs;
import io.jnetlink.ovs.text.Ufid;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A flow as it shall be: which packets, and what is done with them.
 *
 * <p>Immutable.
 *
 * <pre>{@code
 * FlowSpec.of(Match.inPort(1).ipv4(ip -> ip.dst(server, 32)).udp(udp -> udp.dst(53)), Actions.toPort(2)).withHashedUfid()
 * }</pre>
 */
public final class FlowSpec {

    private final Match match;
    private final ActionAttrs actions;
    private final @Nullable Ufid ufid;
    private final boolean clear;
    private final boolean probe;

    private FlowSpec(Match match, ActionAttrs actions, @Nullable Ufid ufid, boolean clear, boolean probe) {
        this.match = match;
        this.actions = actions;
        this.ufid = ufid;
        this.clear = clear;
        this.probe = probe;
    }

    /** A flow without identifier. */
    public static FlowSpec of(Match match, Actions actions) {
        Objects.requireNonNull(actions, "actions required: Actions.drop() for none");
        return of(match, actions.attributes());
    }

    /**
     * A flow without identifier.
     *
     * @param actions an empty list drops the packets
     */
    public static FlowSpec of(Match match, ActionAttrs actions) {
        Objects.requireNonNull(match, "match required");
        Objects.requireNonNull(actions, "actions required: an empty list for none");
        return new FlowSpec(match, actions, match.ufid().orElse(null), false, false);
    }

    /** The same with an identifier, by which alone it can be found then. */
    public FlowSpec withUfid(Ufid value) {
        return new FlowSpec(match, actions, value, clear, probe);
    }

    /** The same with an identifier that is a hash of the key: equal keys get equal ones, in all processes. */
    public FlowSpec withHashedUfid() {
        return withUfid(hashOf(match.key().toByteArray()));
    }

    /** The same, setting the statistics of a flow that is modified to zero. */
    public FlowSpec resettingStats() {
        return new FlowSpec(match, actions, ufid, true, probe);
    }

    /** The same, asking the kernel not to log a refusal: for finding out what it can do. */
    public FlowSpec probing() {
        return new FlowSpec(match, actions, ufid, clear, true);
    }

    /**
     * What names it later.
     *
     * @throws IllegalArgumentException if nothing is in its key
     */
    public FlowId id() {
        return ufid != null ? FlowId.of(ufid, match.key()) : FlowId.of(match);
    }

    /** Which packets. */
    public Match match() {
        return match;
    }

    /** What is done with them. */
    public ActionAttrs actions() {
        return actions;
    }

    /** Its identifier. */
    public Optional<Ufid> ufid() {
        return Optional.ofNullable(ufid);
    }

    /** Whether statistics start anew. */
    public boolean isResettingStats() {
        return clear;
    }

    /** Whether it only shows what the kernel can do. */
    public boolean isProbing() {
        return probe;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof FlowSpec that
                && match.equals(that.match)
                && actions.equals(that.actions)
                && Objects.equals(ufid, that.ufid)
                && clear == that.clear
                && probe == that.probe;
    }

    @Override
    public int hashCode() {
        return Objects.hash(match, actions, ufid, clear, probe);
    }

    @Override
    public String toString() {
        return (ufid == null ? "" : "ufid:" + ufid + ", ") + match + " actions: " + actions;
    }

    private static Ufid hashOf(byte[] key) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(key);
            return Ufid.of(Arrays.copyOf(digest, Ufid.LENGTH));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
