package io.jnetlink.samples.ovs.limit;

import io.jnetlink.ovs.limit.MeterSpec;
import io.jnetlink.samples.ovs.run.JovsException;
import io.jnetlink.sys.Errno;

/**
 * Reads meters in the words of {@code ovs-ofctl(8)}: {@code meter=1,pktps,burst,stats,band=type=drop,rate=10,burst_size=5}.
 * Stateless.
 */
final class MeterArgument {

    private static final long U32 = 0xffff_ffffL;

    private MeterArgument() {}

    /**
     * Reads a meter.
     *
     * @throws JovsException if it is none
     */
    static MeterSpec parse(String word) {
        String bands = "";
        String head = word;
        int start = word.replace("bands=", "band=").indexOf("band=");
        if (start >= 0) {
            head = word.substring(0, start);
            bands = word.substring(word.indexOf('=', start) + 1);
        }
        long id = -1;
        boolean packets = false;
        boolean burst = false;
        for (String part : head.split("[,\\s]+")) {
            if (part.startsWith("meter=")) {
                id = number(part.substring("meter=".length()));
            } else if (part.equals("pktps")) {
                packets = true;
            } else if (part.equals("burst")) {
                burst = true;
            } else if (!part.isEmpty() && !part.equals("kbps") && !part.equals("stats")) {
                throw wrong("unknown word \"" + part + "\"");
            }
        }
        if (id < 0) {
            throw wrong("meter=NUMBER is needed");
        }
        MeterSpec meter = packets ? MeterSpec.packetsPerSecond(id) : MeterSpec.kilobitsPerSecond(id);
        return withBands(meter, bands, burst);
    }

    private static MeterSpec withBands(MeterSpec meter, String bands, boolean burst) {
        MeterSpec all = meter;
        for (String band : bands.split("type=")) {
            if (!band.isEmpty()) {
                all = withBand(all, band, burst);
            }
        }
        if (all.bands().isEmpty()) {
            throw wrong("band=type=drop,rate=RATE is needed");
        }
        return all;
    }

    private static MeterSpec withBand(MeterSpec meter, String band, boolean burst) {
        long rate = -1;
        long size = -1;
        String[] parts = band.split("[,\\s]+");
        if (!parts[0].equals("drop")) {
            throw wrong("the kernel has no bands of type " + parts[0] + ", only of type drop");
        }
        for (int i = 1; i < parts.length; i++) {
            if (parts[i].startsWith("rate=")) {
                rate = number(parts[i].substring("rate=".length()));
            } else if (parts[i].startsWith("burst_size=")) {
                size = number(parts[i].substring("burst_size=".length()));
            } else {
                throw wrong("unknown word \"" + parts[i] + "\"");
            }
        }
        if (rate < 0) {
            throw wrong("rate=RATE is needed");
        }
        return burst && size >= 0 ? meter.dropAbove(rate, size) : meter.dropAbove(rate);
    }

    /**
     * Reads a number, behind {@code meter=} or without.
     *
     * @throws JovsException if it is none
     */
    static long id(String word) {
        return number(word.startsWith("meter=") ? word.substring("meter=".length()) : word);
    }

    private static long number(String text) {
        if (!text.matches("[0-9]{1,10}") || Long.parseLong(text) > U32) {
            throw wrong("\"" + text + "\" is no number of 32 bits");
        }
        return Long.parseLong(text);
    }

    private static JovsException wrong(String what) {
        return JovsException.of("parsing meter", Errno.EINVAL, what);
    }
}
