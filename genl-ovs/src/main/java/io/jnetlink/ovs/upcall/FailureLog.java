package io.jnetlink.ovs.upcall;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Where failures go that nobody else takes. */
final class FailureLog {

    private static final Logger LOG = LoggerFactory.getLogger(UpcallHandler.class);

    private FailureLog() {}

    static void write(Throwable failure) {
        LOG.warn("An upcall was not dealt with", failure);
    }
}
