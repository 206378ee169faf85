package io.jnetlink.samples.ovs.datapath;

import io.jnetlink.ovs.Datapath;
import io.jnetlink.samples.ovs.port.AddPorts;
import io.jnetlink.samples.ovs.run.JovsCommand;
import io.jnetlink.samples.ovs.run.JovsException;
import io.jnetlink.samples.ovs.run.JovsSession;
import java.util.List;

/** {@code add-dp DP [IFACE...]}. Stateless. */
public final class AddDatapath implements JovsCommand {

    private static final String COMPLAINT = "add_dp";

    @Override
    public int run(JovsSession session, List<String> words) {
        String name = JovsSession.plainName(words.get(0), COMPLAINT);
        Datapath datapath;
        try {
            datapath = session.ovs().datapaths().create(name);
        } catch (RuntimeException e) {
            throw JovsException.of(COMPLAINT, e);
        }
        return AddPorts.add(session, datapath, words.get(0), words.subList(1, words.size()));
    }
}
