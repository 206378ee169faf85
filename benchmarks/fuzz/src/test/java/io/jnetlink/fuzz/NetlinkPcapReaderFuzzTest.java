package io.jnetlink.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.jnetlink.observe.CapturedPacket;
import io.jnetlink.observe.NetlinkPcapReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.Optional;

/** Capture files: packets, or an {@link IOException} that says what is wrong. */
class NetlinkPcapReaderFuzzTest {

    @FuzzTest
    void filesAreReadOrRefused(byte[] input) {
        Trial.run(input, () -> readAll(input));
    }

    private static void readAll(byte[] input) {
        try (NetlinkPcapReader capture = NetlinkPcapReader.from(new ByteArrayInputStream(input))) {
            Optional<CapturedPacket> packet = capture.next();
            while (packet.isPresent()) {
                assertThat(packet.get().bytes().capacity()).isLessThan(input.length);
                assertThat(packet.get().time()).isNotNull();
                packet = capture.next();
            }
        } catch (IOException e) {
            assertThat(e).message().isNotEmpty();
        }
    }
}
