package io.jnetlink.observe;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.Optional;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.Size;

class NetlinkPcapReaderProperties {

    @Property
    void anyBytesBehindTheFileHeaderEndInPacketsOrAnException(@ForAll @Size(max = 200) byte[] rest) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        NetlinkPcapWriter.to(file).close();
        file.write(rest);
        int packets = 0;
        try (NetlinkPcapReader reader = NetlinkPcapReader.from(new ByteArrayInputStream(file.toByteArray()))) {
            for (Optional<CapturedPacket> p = reader.next(); p.isPresent(); p = reader.next()) {
                packets++;
            }
        } catch (IOException e) {
            assertThat(e.getMessage()).contains("packet");
        }
        assertThat(packets).isLessThanOrEqualTo(rest.length / 32);
    }

    @Property
    void anyBytesAtAllAreReadOrRefused(@ForAll @Size(max = 64) byte[] file) {
        try (NetlinkPcapReader reader = NetlinkPcapReader.from(new ByteArrayInputStream(file))) {
            assertThat(reader.next()).isNotNull();
        } catch (IOException e) {
            assertThat(e.getMessage()).isNotEmpty();
        }
    }
}
