package io.jnetlink.ovs.port;

/**
 * A port that was deleted.
 *
 * <p>Immutable.
 *
 * @param port the port as the kernel reported it last
 * @param deviceDeleted whether its device went too, because it was a tunnel's or the datapath's own
 */
public record DeletedPort(OvsPort port, boolean deviceDeleted) {}
