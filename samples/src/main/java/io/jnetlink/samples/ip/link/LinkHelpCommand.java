package io.jnetlink.samples.ip.link;

import io.jnetlink.samples.ip.JipObject;
import io.jnetlink.samples.ip.JipSession;
import io.jnetlink.samples.ip.grammar.Arguments;
import io.jnetlink.samples.ip.grammar.CommandException;
import io.jnetlink.samples.ip.link.kind.LinkKind;
import io.jnetlink.samples.ip.link.kind.LinkKinds;
import java.util.Optional;

/** {@code jip link help [ KIND ]}. Stateless. */
final class LinkHelpCommand implements JipObject {

    private static final String USAGE = """
            Usage: jip link add [ link DEVICE ] [ name ] NAME OPTIONS type KIND [ KIND OPTIONS ]
                   jip link { set | change | replace } { DEVICE | group GROUP } OPTIONS [ type KIND [ KIND OPTIONS ] ]
                   jip link delete { DEVICE | group GROUP } [ type KIND ]
                   jip link show [ DEVICE | group GROUP ] [ up ] [ master DEVICE | nomaster ] [ vrf NAME ] [ type KIND ]
                   jip link property { add | del } dev DEVICE { altname NAME }
                   jip link help [ KIND ]

            OPTIONS
            	[ up | down ] [ name NAME ] [ index NUMBER ] [ mtu BYTES ] [ txqueuelen PACKETS ]
            	[ address LLADDR ] [ broadcast LLADDR ] [ alias TEXT ] [ group GROUP ]
            	[ master DEVICE | vrf NAME | nomaster ] [ netns { NAME | PID } ] [ link-netnsid NUMBER ]
            	[ arp { on | off } ] [ multicast { on | off } ] [ allmulticast { on | off } ]
            	[ promisc { on | off } ] [ trailers { on | off } ] [ dynamic { on | off } ] [ carrier { on | off } ]
            	[ numtxqueues NUMBER ] [ numrxqueues NUMBER ] [ mode { default | dormant } ] [ state STATE ]
            	[ addrgenmode { eui64 | none | stable_secret | random } ]
            	[ protodown { on | off } ] [ protodown_reason NUMBER { on | off } ] [ xdp off ]
            	[ gso_max_size BYTES ] [ gso_max_segs PACKETS ] [ gro_max_size BYTES ]
            	[ gso_ipv4_max_size BYTES ] [ gro_ipv4_max_size BYTES ] [ parentdev NAME ]

            KIND with options of its own: \
            """;

    @Override
    public int run(JipSession session, Arguments words) {
        Optional<LinkKind> kind = words.hasNext() ? LinkKinds.all().find(words.next()) : Optional.empty();
        if (kind.isPresent()) {
            session.out().println(kind.get().usage());
            return 0;
        }
        throw CommandException.rejected(usage());
    }

    static String usage() {
        return USAGE + String.join(", ", LinkKinds.all().names());
    }
}
