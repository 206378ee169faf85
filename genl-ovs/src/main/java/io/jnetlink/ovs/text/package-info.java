/**
 * Flows of the Open vSwitch datapath as text, read and written: what {@code ovs-dpctl add-flow} takes and
 * {@code ovs-dpctl dump-flows} prints.
 *
 * <p>{@link io.jnetlink.ovs.text.FlowText} is the way in. Behind it stands a table of keys and a table of actions; each
 * entry reads and writes one of them. Nothing here talks to a kernel.
 */
@NullMarked
package io.jnetlink.ovs.text;

import org.jspecify.annotations.NullMarked;
