/**
 * Watching a client at work: readable messages in the log, captures that packet analysers open, and counters.
 *
 * <p>Everything here is a {@link io.jnetlink.client.MessageObserver}; several are joined with {@link
 * io.jnetlink.client.MessageObserver#andThen}. Beside them, and without any setting, clients tell the JDK Flight Recorder of
 * their requests while a recording runs: events {@code io.jnetlink.Request}, {@code io.jnetlink.Dump},
 * {@code io.jnetlink.Batch} and {@code io.jnetlink.Overrun}.
 */
@NullMarked
package io.jnetlink.observe;

import org.jspecify.annotations.NullMarked;
