package io.jnetlink.samples.ovs.datapath;

import io.jnetlink.ovs.Datapath;
import io.jnetlink.samples.ovs.run.JovsCommand;
import io.jnetlink.samples.ovs.run.JovsException;
import io.jnetlink.samples.ovs.run.JovsSession;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** {@code show [DP...]}: goes on after a datapath that is not there. Stateless. */
public final class ShowDatapaths implements JovsCommand {

    @Override
    public int run(JovsSession session, List<String> words) {
        if (words.isEmpty()) {
            print(session, session.datapaths());
            return DONE;
        }
        List<Datapath> found = new ArrayList<>();
        int status = DONE;
        for (String word : words) {
            try {
                found.add(session.datapath(word, "opening datapath " + word + " failed"));
            } catch (JovsException e) {
                session.complain(e);
                status = FAILED;
            }
        }
        print(session, found);
        return status;
    }

    private static void print(JovsSession session, List<Datapath> datapaths) {
        List<Map<String, Object>> json = new ArrayList<>();
        for (Datapath datapath : datapaths) {
            DatapathReport report = DatapathReport.of(session, datapath);
            if (session.options().json()) {
                json.add(report.json());
            } else {
                report.print(session.out());
            }
        }
        if (session.options().json()) {
            session.printJson(json);
        }
    }
}
