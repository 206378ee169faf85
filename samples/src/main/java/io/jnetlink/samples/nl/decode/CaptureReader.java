package io.jnetlink.samples.nl.decode;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Recognises what form a recording has, and reads it. Stateless. */
final class CaptureReader {

    private CaptureReader() {}

    static List<Capture> read(byte[] recording) {
        if (PcapReader.isPcap(recording)) {
            return PcapReader.read(recording);
        }
        String text = new String(recording, StandardCharsets.UTF_8);
        return StraceReader.isStrace(text) ? new StraceReader().read(text) : HexReader.read(text);
    }
}
