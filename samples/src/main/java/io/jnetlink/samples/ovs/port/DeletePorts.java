package io.jnetlink.samples.ovs.port;

import io.jnetlink.ovs.Datapath;
import io.jnetlink.samples.ovs.run.JovsCommand;
import io.jnetlink.samples.ovs.run.JovsException;
import io.jnetlink.samples.ovs.run.JovsSession;
import io.jnetlink.wire.InvalidFieldException;
import java.util.List;

/** {@code del-if DP IFACE...}, by name or number: goes on after a port that cannot be deleted. Stateless. */
public final class DeletePorts implements JovsCommand {

    @Override
    public int run(JovsSession session, List<String> words) {
        Datapath datapath = session.datapath(words.get(0));
        int status = DONE;
        for (String word : words.subList(1, words.size())) {
            try {
                int number = number(session, datapath, word);
                delete(session, datapath, number, "deleting port " + word + " from " + words.get(0) + " failed");
            } catch (JovsException e) {
                session.complain(e);
                status = FAILED;
            }
        }
        return status;
    }

    private static int number(JovsSession session, Datapath datapath, String word) {
        if (word.matches("[0-9]{1,9}")) {
            return Integer.parseInt(word);
        }
        JovsException missing = JovsException.of("no port named " + word);
        try {
            return session.ovs()
                    .ports()
                    .find(datapath, word)
                    .orElseThrow(() -> missing)
                    .number();
        } catch (InvalidFieldException e) {
            throw missing;
        }
    }

    private static void delete(JovsSession session, Datapath datapath, int number, String complaint) {
        try {
            session.ovs().ports().delete(datapath, number);
        } catch (RuntimeException e) {
            throw JovsException.of(complaint, e);
        }
    }
}
