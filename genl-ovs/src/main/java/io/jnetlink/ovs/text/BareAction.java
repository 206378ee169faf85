package io.jnetlink.ovs.text;

import io.jnetlink.wire.MessageWriter;

/** An action without arguments: {@code pop_vlan}. Immutable. */
final class BareAction extends ActionCodec {

    private final String arguments;

    /**
     * @param arguments what is written behind the name; may be left out when read
     */
    BareAction(String name, int attribute, String arguments) {
        super(name, attribute, 0);
        this.arguments = arguments;
    }

    @Override
    void parse(TextCursor in, MessageWriter out, TextContext context) {
        in.skip(arguments);
        out.putFlag(attribute());
    }

    @Override
    void format(StringBuilder out, byte[] payload, TextContext context) {
        out.append(name()).append(arguments);
    }
}
