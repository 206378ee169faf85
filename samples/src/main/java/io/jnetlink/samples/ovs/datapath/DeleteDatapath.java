package io.jnetlink.samples.ovs.datapath;

import io.jnetlink.ovs.Datapath;
import io.jnetlink.samples.ovs.run.JovsCommand;
import io.jnetlink.samples.ovs.run.JovsException;
import io.jnetlink.samples.ovs.run.JovsSession;
import java.util.List;

/** {@code del-dp DP}: its ports go with it, the devices of its tunnels stay, as with {@code ovs-dpctl}. Stateless. */
public final class DeleteDatapath implements JovsCommand {

    @Override
    public int run(JovsSession session, List<String> words) {
        Datapath datapath = session.datapath(words.get(0));
        try {
            session.ovs().datapaths().delete(datapath);
        } catch (RuntimeException e) {
            throw JovsException.of("del_dp", e);
        }
        return DONE;
    }
}
