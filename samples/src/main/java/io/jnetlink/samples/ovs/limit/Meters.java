package io.jnetlink.samples.ovs.limit;

import io.jnetlink.ovs.Datapath;
import io.jnetlink.ovs.OvsMeters;
import io.jnetlink.ovs.flow.FlowStats;
import io.jnetlink.ovs.limit.Meter;
import io.jnetlink.ovs.limit.MeterFeatures;
import io.jnetlink.ovs.limit.MeterSpec;
import io.jnetlink.samples.ovs.run.JovsException;
import io.jnetlink.samples.ovs.run.JovsSession;
import io.jnetlink.sys.Errno;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/**
 * Commands about meters, which {@code ovs-dpctl} does not have: words and texts are those of {@code ovs-ofctl} where the
 * kernel knows what that prints. It tells counters, but neither rates nor which meters there are. Stateless.
 */
public final class Meters {

    /** Open vSwitch numbers meters from 0 up. */
    private static final long LOOKED_AT = 1024;

    private Meters() {}

    /** {@code add-meter [DP] METER} */
    public static int add(JovsSession session, List<String> words) {
        return set(session, words, "adding meter", false);
    }

    /** {@code mod-meter [DP] METER} */
    public static int modify(JovsSession session, List<String> words) {
        return set(session, words, "modifying meter", true);
    }

    private static int set(JovsSession session, List<String> words, String complaint, boolean present) {
        Datapath datapath = datapath(session, words);
        MeterSpec meter = MeterArgument.parse(words.get(words.size() - 1));
        try {
            OvsMeters meters = session.ovs().meters();
            if (meters.find(datapath, meter.id()).isPresent() != present) {
                throw JovsException.of(complaint + " " + meter.id(), present ? Errno.ENOENT : Errno.EEXIST);
            }
            meters.set(datapath, session.options().clear() ? meter.clearing() : meter);
            return 0;
        } catch (JovsException e) {
            throw e;
        } catch (RuntimeException e) {
            throw JovsException.of(complaint + " " + meter.id(), e);
        }
    }

    /** {@code del-meter [DP] METER}: one that is not there is no error, as with {@code ovs-ofctl}. */
    public static int delete(JovsSession session, List<String> words) {
        Datapath datapath = datapath(session, words);
        long id = MeterArgument.id(words.get(words.size() - 1));
        try {
            session.ovs().meters().delete(datapath, id);
            return 0;
        } catch (RuntimeException e) {
            throw JovsException.of("deleting meter " + id, e);
        }
    }

    /** {@code get-meter [DP] METER} */
    public static int get(JovsSession session, List<String> words) {
        Datapath datapath = datapath(session, words);
        long id = MeterArgument.id(words.get(words.size() - 1));
        try {
            print(session, List.of(session.ovs().meters().get(datapath, id)));
            return 0;
        } catch (RuntimeException e) {
            throw JovsException.of("getting meter " + id, e);
        }
    }

    /** {@code dump-meters [DP]}: those numbered below {@value #LOOKED_AT}, since the kernel does not list them. */
    public static int dump(JovsSession session, List<String> words) {
        Datapath datapath = words.isEmpty() ? session.onlyDatapath() : session.datapath(words.get(0));
        try {
            OvsMeters meters = session.ovs().meters();
            print(
                    session,
                    LongStream.range(0, LOOKED_AT)
                            .boxed()
                            .flatMap(id -> meters.find(datapath, id).stream())
                            .toList());
            return 0;
        } catch (RuntimeException e) {
            throw JovsException.of("dumping meters", e);
        }
    }

    /** {@code meter-features [DP]} */
    public static int features(JovsSession session, List<String> words) {
        Datapath datapath = words.isEmpty() ? session.onlyDatapath() : session.datapath(words.get(0));
        MeterFeatures features;
        try {
            features = session.ovs().meters().features(datapath);
        } catch (RuntimeException e) {
            throw JovsException.of("getting meter features", e);
        }
        List<String> bands = features.bandTypes().stream()
                .map(type -> type.toString().toLowerCase(Locale.ROOT))
                .toList();
        if (session.options().json()) {
            Map<String, Object> json = new LinkedHashMap<>();
            json.put("max-meters", features.maxMeters());
            json.put("max-bands", features.maxBands());
            json.put("band-types", bands);
            session.printJson(json);
        } else {
            session.out()
                    .println(
                            "max_meter:" + features.maxMeters() + " max_bands:" + features.maxBands() + " max_color:0");
            session.out().println("band_types: " + String.join(" ", bands));
            session.out().println("capabilities: kbps pktps burst stats");
        }
        return 0;
    }

    private static Datapath datapath(JovsSession session, List<String> words) {
        return words.size() > 1 ? session.datapath(words.get(0)) : session.onlyDatapath();
    }

    private static void print(JovsSession session, List<Meter> meters) {
        if (session.options().json()) {
            session.printJson(meters.stream().map(Meters::json).toList());
        } else {
            meters.forEach(meter -> session.out().println(text(meter)));
        }
    }

    private static String text(Meter meter) {
        List<String> lines = new ArrayList<>();
        lines.add("meter:" + meter.id() + " packet_in_count:" + meter.stats().nPackets() + " byte_in_count:"
                + meter.stats().nBytes() + " bands:");
        for (int i = 0; i < meter.bands().size(); i++) {
            FlowStats dropped = meter.bands().get(i);
            lines.add(i + ": packet_count:" + dropped.nPackets() + " byte_count:" + dropped.nBytes());
        }
        return lines.stream().collect(Collectors.joining(System.lineSeparator()));
    }

    private static Map<String, Object> json(Meter meter) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("id", meter.id());
        json.putAll(json(meter.stats()));
        json.put("bands", meter.bands().stream().map(Meters::json).toList());
        return json;
    }

    private static Map<String, Object> json(FlowStats stats) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("packets", stats.nPackets());
        json.put("bytes", stats.nBytes());
        return json;
    }
}
