package io.jnetlink.samples.ovs.port;

import io.jnetlink.ovs.Datapath;
import io.jnetlink.ovs.fault.OvsException;
import io.jnetlink.ovs.fault.OvsFault;
import io.jnetlink.ovs.port.PortSpec;
import io.jnetlink.samples.ovs.run.JovsCommand;
import io.jnetlink.samples.ovs.run.JovsException;
import io.jnetlink.samples.ovs.run.JovsSession;
import io.jnetlink.sys.Errno;
import java.util.List;
import java.util.Set;

/** {@code add-if DP IFACE...}: goes on after a port that cannot be added. Stateless. */
public final class AddPorts implements JovsCommand {

    /** Tunnels of Open vSwitch that no kernel has devices for. */
    private static final Set<String> WITHOUT_DEVICE = Set.of("gtpu", "lisp", "stt", "srv6");

    @Override
    public int run(JovsSession session, List<String> words) {
        Datapath datapath = session.datapath(words.get(0));
        return add(session, datapath, words.get(0), words.subList(1, words.size()));
    }

    /**
     * Adds ports.
     *
     * @param datapathWord how the user called the datapath
     * @return the exit status
     */
    public static int add(JovsSession session, Datapath datapath, String datapathWord, List<String> ports) {
        int status = DONE;
        for (String word : ports) {
            try {
                add(session, datapath, datapathWord, PortArgument.parse(word));
            } catch (JovsException e) {
                session.complain(e);
                status = FAILED;
            }
        }
        return status;
    }

    private static void add(JovsSession session, Datapath datapath, String datapathWord, PortArgument port) {
        String complaint = "adding " + port.name() + " to " + datapathWord + " failed";
        try {
            PortSpec spec = spec(port, complaint);
            if (port.number().isPresent()) {
                spec = spec.number(port.number().getAsInt());
            }
            session.ovs().ports().add(datapath, spec).warnings().forEach(session::warn);
        } catch (OvsException e) {
            throw e.fault() == OvsFault.DEVICE_MISSING
                    ? JovsException.of(port.name() + ": failed to open network device", Errno.ENODEV)
                    : JovsException.of(complaint, e);
        } catch (JovsException e) {
            throw e;
        } catch (RuntimeException e) {
            throw JovsException.of(complaint, e);
        }
    }

    private static PortSpec spec(PortArgument port, String complaint) {
        String type = port.typeOrSystem();
        if (type.equals(PortDescription.SYSTEM)) {
            return PortSpec.device(port.name());
        }
        if (type.equals(PortDescription.INTERNAL)) {
            return PortSpec.internal(port.name());
        }
        if (WITHOUT_DEVICE.contains(type)) {
            throw JovsException.of(complaint, Errno.EAFNOSUPPORT, "the Linux kernel has no devices of type " + type);
        }
        TunnelType tunnel = TunnelType.named(type)
                .orElseThrow(() -> JovsException.of(
                        port.name() + ": failed to open network device",
                        Errno.EAFNOSUPPORT,
                        "there is no type " + type));
        return TunnelOptions.port(port.name(), tunnel, port.options());
    }
}
