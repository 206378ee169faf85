package io.jnetlink.ovs.text;

import io.jnetlink.ovs.flow.KeyAttrs;
import java.util.Optional;

/**
 * Which packets a flow is for. Immutable.
 *
 * @param ufid the flow's identifier, if the text gives one
 * @param key values, in the order of the text
 * @param mask which of their bits count, with the same attributes in the same order
 */
public record FlowMatch(Optional<Ufid> ufid, KeyAttrs key, KeyAttrs mask) {}
