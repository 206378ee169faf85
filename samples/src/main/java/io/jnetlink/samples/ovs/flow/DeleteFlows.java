package io.jnetlink.samples.ovs.flow;

import io.jnetlink.ovs.Datapath;
import io.jnetlink.samples.ovs.run.JovsCommand;
import io.jnetlink.samples.ovs.run.JovsException;
import io.jnetlink.samples.ovs.run.JovsSession;
import java.util.List;

/** {@code del-flows [DP] [FILE]}: all flows, or those of a file. A single word is a file unless a datapath has the name. Stateless. */
public final class DeleteFlows implements JovsCommand {

    @Override
    public int run(JovsSession session, List<String> words) {
        if (words.size() > 1 || words.size() == 1 && !isDatapath(session, words.get(0))) {
            return FlowFile.deleting().run(session, words);
        }
        Datapath datapath = words.isEmpty() ? session.onlyDatapath() : session.datapath(words.get(0));
        try {
            session.ovs().flows().flush(datapath);
        } catch (RuntimeException e) {
            throw JovsException.of("deleting all flows", e);
        }
        return DONE;
    }

    private static boolean isDatapath(JovsSession session, String word) {
        return word.startsWith(JovsSession.SYSTEM)
                || session.datapaths().stream()
                        .anyMatch(datapath -> datapath.name().equals(word));
    }
}
