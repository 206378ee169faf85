package io.jnetlink.samples.ovs.datapath;

import io.jnetlink.ovs.Datapath;
import io.jnetlink.samples.ovs.run.JovsException;
import io.jnetlink.samples.ovs.run.JovsSession;
import io.jnetlink.sys.Errno;
import java.util.List;
import java.util.Map;

/** {@code cache-get-size [DP]} and {@code cache-set-size DP CACHE SIZE}. Stateless. */
public final class CacheSize {

    private static final String CACHE = "masks-cache";
    private static final String COMPLAINT = "Setting cache size failed";

    private CacheSize() {}

    /** Prints the size. */
    public static int get(JovsSession session, List<String> words) {
        Datapath datapath = words.isEmpty() ? session.onlyDatapath() : session.datapath(words.get(0));
        int size = datapath.masksCacheSize().orElse(0);
        if (session.options().json()) {
            session.printJson(Map.of(CACHE, size));
        } else {
            session.out().println(JovsSession.SYSTEM + datapath.name() + ":");
            DatapathReport.printCacheSize(session.out(), size);
        }
        return 0;
    }

    /** Sets the size. */
    public static int set(JovsSession session, List<String> words) {
        Datapath datapath = session.datapath(words.get(0));
        if (!words.get(1).equals(CACHE)) {
            throw JovsException.of(COMPLAINT, Errno.EINVAL, "the only cache there is has the name " + CACHE);
        }
        try {
            Datapath changed = session.ovs().datapaths().setMasksCacheSize(datapath, Integer.parseInt(words.get(2)));
            session.out()
                    .println("Setting cache size successful, new size "
                            + changed.masksCacheSize().orElse(0));
            return 0;
        } catch (RuntimeException e) {
            throw JovsException.of(COMPLAINT, e);
        }
    }
}
