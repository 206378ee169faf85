package io.jnetlink.ovs.upcall;

/**
 * A packet that matched no flow.
 *
 * <p>Not thread-safe; valid during the call of the handler only.
 */
public final class MissUpcall extends Upcall {

    MissUpcall() {}
}
