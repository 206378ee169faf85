package io.jnetlink.samples.ovs.port;

import io.jnetlink.ovs.Datapath;
import io.jnetlink.ovs.port.OvsPort;
import io.jnetlink.samples.ovs.run.JovsCommand;
import io.jnetlink.samples.ovs.run.JovsException;
import io.jnetlink.samples.ovs.run.JovsSession;
import io.jnetlink.sys.Errno;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * {@code set-if DP IFACE...}: checks the options and writes nothing, since the kernel takes none for ports that are there.
 * Stateless.
 */
public final class SetPorts implements JovsCommand {

    @Override
    public int run(JovsSession session, List<String> words) {
        Datapath datapath = session.datapath(words.get(0));
        int status = DONE;
        for (String word : words.subList(1, words.size())) {
            try {
                check(session, datapath, words.get(0), PortArgument.parse(word));
            } catch (JovsException e) {
                session.complain(e);
                status = FAILED;
            }
        }
        return status;
    }

    private static void check(JovsSession session, Datapath datapath, String datapathWord, PortArgument wanted) {
        OvsPort port = session.ovs()
                .ports()
                .find(datapath, wanted.name())
                .orElseThrow(() ->
                        JovsException.of(wanted.name() + ": failed to query port in " + datapathWord, Errno.ENODEV));
        PortDescription present = PortDescription.of(port);
        if (wanted.type() != null && !wanted.type().equals(present.type())) {
            throw JovsException.of(
                    wanted.name() + ": can't change type from " + present.type() + " to " + wanted.type());
        }
        if (wanted.number().isPresent() && wanted.number().getAsInt() != port.number()) {
            throw JovsException.of(wanted.name() + ": can't change port number from " + port.number() + " to "
                    + wanted.number().getAsInt());
        }
        Optional<TunnelType> tunnel = TunnelType.named(present.type());
        if (tunnel.isPresent()) {
            TunnelOptions.check(wanted.name(), tunnel.get(), merged(present.options(), wanted.options()));
        }
    }

    /** An option without value takes the present one away. */
    private static Map<String, String> merged(Map<String, String> present, Map<String, String> wanted) {
        Map<String, String> merged = new TreeMap<>(present);
        merged.putAll(wanted);
        merged.values().removeIf(String::isEmpty);
        return merged;
    }
}
