package io.jnetlink.client;

import java.util.List;
import java.util.Set;

/**
 * One kind of objects in the kernel that a {@link StateFeed} keeps track of: how to list them, where their changes are told,
 * and how both are folded into one state.
 *
 * <p>Immutable. Two sources are different even if they are made of the same.
 *
 * <pre>{@code
 * StateSource links = StateSource.of("links",
 *         List.of(Request.of(RtLink.GETLINK, LinkMessage.builder().build())),
 *         StateFold.byKey(RtLink.NEWLINK_NTF, RtLink.DELLINK_NTF, LinkMessage::index)
 *                 .where(message -> message.body(RtLink.NEWLINK_NTF).family() != BRIDGE),
 *         "rtnlgrp-link");
 * }</pre>
 */
public final class StateSource {

    private final String name;
    private final List<Request<?, ?>> listings;
    private final StateFold fold;
    private final Set<String> groups;

    private StateSource(String name, List<Request<?, ?>> listings, StateFold fold, Set<String> groups) {
        if (listings.isEmpty()) {
            throw new IllegalArgumentException(name + ": there is no request that lists them");
        }
        this.name = name;
        this.listings = listings;
        this.fold = fold;
        this.groups = groups;
    }

    /**
     * A source.
     *
     * @param name what its objects are called in texts
     * @param listings requests whose dumps list all objects together, sent one after the other
     * @param fold what messages mean
     * @param groups names of the multicast groups that tell of changes, of the family of the first listing
     * @throws IllegalArgumentException if there is no listing
     */
    public static StateSource of(
            String name, List<? extends Request<?, ?>> listings, StateFold fold, String... groups) {
        return new StateSource(name, List.copyOf(listings), fold, Set.of(groups));
    }

    /** What its objects are called. */
    public String name() {
        return name;
    }

    /** Requests whose dumps list all objects together. */
    public List<Request<?, ?>> listings() {
        return listings;
    }

    /** What messages mean. */
    public StateFold fold() {
        return fold;
    }

    /** Names of the multicast groups that tell of changes. */
    public Set<String> groups() {
        return groups;
    }

    @Override
    public String toString() {
        return name;
    }
}
