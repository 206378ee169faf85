package io.jnetlink.samples.ovs.golden;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Which recorded requests changed something on purpose. Stateless. */
final class GoldenChanges {

    private static final int DATAPATH_NEW = 1;
    private static final int DATAPATH_SET = 4;
    private static final int CACHE_SIZE = 7;
    private static final int NEW_LINK = 16;
    private static final int SET_LINK = 19;

    private GoldenChanges() {}

    /** The changes of a record, without what {@code ovs-dpctl} writes whenever it opens a datapath. */
    static List<String> of(DpctlRecord record) {
        List<String> changes = new ArrayList<>();
        Set<Integer> openings = openings(record);
        for (int i = 0; i < record.requests().size(); i++) {
            DpctlRecord.Sent sent = record.requests().get(i);
            RecordedMessage message = message(sent);
            boolean ours = sent.family().startsWith("ovs_")
                    || sent.family().equals("rtnetlink") && message.type() >= NEW_LINK && message.type() <= SET_LINK;
            if (ours && !message.reads() && !openings.contains(i) && !isProbe(message)) {
                changes.add(sent.family() + " " + message.words());
            }
        }
        return changes;
    }

    /** Places of the requests that negotiate features of a datapath that is there already. */
    static Set<Integer> openings(DpctlRecord record) {
        Set<Integer> openings = new HashSet<>();
        int last = 0;
        for (int i = 0; i < record.requests().size(); i++) {
            DpctlRecord.Sent sent = record.requests().get(i);
            if (sent.family().equals("ovs_datapath")) {
                RecordedMessage message = message(sent);
                boolean features = message.command() == DATAPATH_SET
                        && message.attribute(CACHE_SIZE).isEmpty();
                if (features && last != DATAPATH_NEW) {
                    openings.add(i);
                }
                last = message.command();
            }
        }
        return openings;
    }

    private static RecordedMessage message(DpctlRecord.Sent sent) {
        return new RecordedMessage(sent.bytes(), !sent.family().equals("rtnetlink"));
    }

    /** Whether it asks for a device that only modules outside the kernel have. */
    static boolean isProbe(RecordedMessage message) {
        return !message.generic() && message.holds("ovs_geneve");
    }
}
