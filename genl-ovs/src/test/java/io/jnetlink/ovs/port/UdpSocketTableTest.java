package io.jnetlink.ovs.port;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.DatagramSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class UdpSocketTableTest {

    private static final String TITLE =
            "  sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer\n";
    private static final String LINE =
            "%5d: 00000000:%04X 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 %d 2 0 0\n";

    @TempDir
    private Path proc;

    @BeforeEach
    void tables() throws IOException {
        Files.createDirectories(proc.resolve("thread-self/net"));
        Files.writeString(proc.resolve("thread-self/net/udp"), TITLE + String.format(LINE, 1, 53, 700));
        Files.writeString(proc.resolve("thread-self/net/udp6"), TITLE + String.format(LINE, 1, 4789, 701));
        Files.createDirectories(proc.resolve("88/fd"));
        Files.createSymbolicLink(proc.resolve("88/fd/3"), Path.of("socket:[700]"));
        Files.createSymbolicLink(proc.resolve("88/fd/4"), Path.of("pipe:[9]"));
        Files.writeString(proc.resolve("88/comm"), "dnsmasq\n");
        Files.createDirectories(proc.resolve("89"));
    }

    @Test
    void tellsTheProcess() {
        assertThat(UdpSocketTable.under(proc).holderOf(53)).contains("a socket of process 88 (dnsmasq)");
    }

    @Test
    void tellsOfASocketWithoutProcess() {
        assertThat(UdpSocketTable.under(proc).holderOf(4789)).contains("a socket");
    }

    @Test
    void tellsNothingOfAFreePort() {
        assertThat(UdpSocketTable.under(proc).holderOf(54)).isEmpty();
        assertThat(UdpSocketTable.under(proc.resolve("nowhere")).holderOf(53)).isEmpty();
    }

    @Test
    void findsASocketOfItsOwnProcess() throws IOException {
        try (DatagramSocket socket = new DatagramSocket()) {
            assertThat(UdpSocketTable.ofCallingThread().holderOf(socket.getLocalPort()))
                    .hasValueSatisfying(who -> assertThat(who)
                            .contains("process " + ProcessHandle.current().pid() + " ("));
        }
    }
}
