package io.jnetlink.ovs.text;

import io.jnetlink.wire.MessageWriter;

/** An action that only the datapath inside ovs-vswitchd knows. Immutable. */
final class RefusedAction extends ActionCodec {

    RefusedAction(String name) {
        super(name, -1, ANY_LENGTH);
    }

    @Override
    void parse(TextCursor in, MessageWriter out, TextContext context) {
        throw in.failureAt(
                in.position() - name().length(),
                "an action of the kernel's datapath; " + name()
                        + " is one of the userspace datapath, and the kernel has no attribute for it");
    }

    @Override
    void format(StringBuilder out, byte[] payload, TextContext context) {
        throw new IllegalStateException(name() + " has no attribute");
    }
}
