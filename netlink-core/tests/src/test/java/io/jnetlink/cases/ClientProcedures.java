package io.jnetlink.cases;

import io.jnetlink.client.KernelRejectedException;
import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.links.Link;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.sys.SyscallException;
import io.jnetlink.testkit.NamespaceShell;
import io.jnetlink.wire.RawAttribute;
import java.util.HashMap;
import java.util.Map;
import java.util.NoSuchElementException;

/** Procedures about requests. */
final class ClientProcedures {

    private static final int LINKS = 60;
    private static final int UNKNOWN = 200;

    private ClientProcedures() {}

    static Map<String, ?> abandonedDump(NetworkNamespace namespace, NamespaceShell shell) {
        shell.script("for i in $(seq 1 " + LINKS + "); do ip link add x$i type vxlan id $i dstport 4789; done");
        Map<String, String> measured = new HashMap<>();
        try (NetlinkClient client = open(namespace)) {
            try {
                client.dump(LinkFamily.list(), first -> {
                    throw new NoSuchElementException("enough");
                });
            } catch (NoSuchElementException enough) {
                measured.put("first_dump", "abandoned");
            }
            try {
                int links = client.dump(LinkFamily.list()).messages().size();
                measured.put("second_dump", links == LINKS + 1 ? "complete" : links + " links");
                measured.put("errno", null);
            } catch (KernelRejectedException e) {
                measured.put("second_dump", "refused");
                measured.put("errno", e.errno().name());
            }
        }
        return measured;
    }

    /** One attribute cannot be as long, so several of a number that no kernel knows fill the message. */
    static Map<String, ?> requestLongerThanTheSendBuffer(NetworkNamespace namespace, NamespaceShell shell) {
        Link.Builder link = Link.builder().name("lo");
        for (int i = 0; i < 5; i++) {
            link.raw(new RawAttribute(UNKNOWN + i, new byte[60_000]));
        }
        try (NetlinkClient client = open(namespace)) {
            client.acknowledge(LinkFamily.create(link.build()));
            return Map.of("errno", "none", "surfaced", false);
        } catch (SyscallException e) {
            return Map.of("errno", e.errno().name(), "surfaced", true);
        }
    }

    private static NetlinkClient open(NetworkNamespace namespace) {
        return NetlinkClient.open(NetlinkConfig.builder(SocketOptions.route())
                .namespace(namespace)
                .build());
    }
}
