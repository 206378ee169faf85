package io.jnetlink.samples.ip.link;

import io.jnetlink.route.link.LinkAttrs;
import io.jnetlink.route.link.XdpFlags;
import io.jnetlink.samples.ip.grammar.Arguments;
import io.jnetlink.samples.ip.grammar.CommandException;

/** {@code xdp off} and its kin. Loading a program is left to the tools for it. Stateless. */
final class XdpOption {

    static final XdpFlags ANY = XdpFlags.UPDATE_IF_NOEXIST;
    static final XdpFlags GENERIC = XdpFlags.of(XdpFlags.UPDATE_IF_NOEXIST, XdpFlags.SKB_MODE);
    static final XdpFlags DRIVER = XdpFlags.of(XdpFlags.UPDATE_IF_NOEXIST, XdpFlags.DRV_MODE);
    static final XdpFlags OFFLOAD = XdpFlags.of(XdpFlags.UPDATE_IF_NOEXIST, XdpFlags.HW_MODE);

    private static final int NO_PROGRAM = -1;

    private XdpOption() {}

    static void read(LinkAttrs.Builder attributes, Arguments words, XdpFlags flags) {
        String word = words.next();
        if (!word.equals("off") && !word.equals("none")) {
            throw CommandException.wrong(word, "only \"off\" is supported: programs are not loaded here");
        }
        attributes.xdp(x -> x.fd(NO_PROGRAM).flags(flags));
    }
}
