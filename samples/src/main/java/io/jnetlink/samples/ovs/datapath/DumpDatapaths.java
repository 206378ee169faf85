package io.jnetlink.samples.ovs.datapath;

import io.jnetlink.ovs.Datapath;
import io.jnetlink.samples.ovs.run.JovsCommand;
import io.jnetlink.samples.ovs.run.JovsSession;
import java.util.List;

/** {@code dump-dps}. Stateless. */
public final class DumpDatapaths implements JovsCommand {

    @Override
    public int run(JovsSession session, List<String> words) {
        List<String> names = session.datapaths().stream()
                .map(Datapath::name)
                .map(JovsSession.SYSTEM::concat)
                .toList();
        if (session.options().json()) {
            session.printJson(names);
        } else {
            names.forEach(session.out()::println);
        }
        return DONE;
    }
}
