package io.jnetlink.cases;

import io.jnetlink.socket.NetlinkSocket;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.sys.NetworkNamespace;
import io.jnetlink.sys.SyscallException;
import io.jnetlink.testkit.NamespaceShell;
import io.jnetlink.testkit.cases.CaseAssertions;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Procedures about sockets. */
final class SocketProcedures {

    private static final int CONNECTIONS = 8;

    private SocketProcedures() {}

    static Map<String, ?> eightConnections(NetworkNamespace namespace, NamespaceShell shell) {
        List<NetlinkSocket> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < CONNECTIONS; i++) {
                sockets.add(NetlinkSocket.open(SocketOptions.route(), namespace));
            }
            List<Long> ports = sockets.stream().map(NetlinkSocket::portId).toList();
            return Map.of(
                    "all_open",
                    sockets.stream().noneMatch(NetlinkSocket::isClosed),
                    "port_ids_distinct",
                    Set.copyOf(ports).size() == CONNECTIONS,
                    "port_ids_printed_unsigned",
                    sockets.stream()
                            .allMatch(s -> s.portId() > 0
                                    && s.toString().contains(Integer.toUnsignedString((int) s.portId()))));
        } finally {
            sockets.forEach(NetlinkSocket::close);
        }
    }

    static Map<String, ?> groupBeyondTheMask(NetworkNamespace namespace, NamespaceShell shell) {
        try (NetlinkSocket socket = NetlinkSocket.open(SocketOptions.route(), namespace)) {
            socket.join(33);
            List<Integer> joined = Memberships.of(socket.descriptor());
            return Map.of("joined", joined, "not_joined", joined.contains(1) ? List.of() : List.of(1));
        }
    }

    static Map<String, ?> groupThatDoesNotExist(NetworkNamespace namespace, NamespaceShell shell) {
        try (NetlinkSocket socket = NetlinkSocket.open(SocketOptions.route(), namespace)) {
            socket.join(1000);
            return Map.of("errno", "none");
        } catch (SyscallException e) {
            return Map.of("errno", e.errno().name());
        }
    }

    /** In a process of its own, since nobody leaves a user namespace again. */
    static Map<String, ?> largeBufferInAUserNamespace(NetworkNamespace namespace, NamespaceShell shell) {
        if (!shell.attempt("unshare", "-Urn", "true").succeeded()) {
            CaseAssertions.skip("user namespaces are not permitted here");
        }
        String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        String[] words = shell.withLimit(Duration.ofMinutes(1))
                .run(
                        "unshare",
                        "-Urn",
                        java,
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeReceiveBuffer.class.getName())
                .strip()
                .split(" ");
        return Map.of("opened", words[0].equals("opened"), "effective_size_reported", Integer.parseInt(words[1]) > 0);
    }
}
