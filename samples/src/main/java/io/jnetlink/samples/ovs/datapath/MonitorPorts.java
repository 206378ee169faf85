package io.jnetlink.samples.ovs.datapath;

import io.jnetlink.ovs.fault.OvsException;
import io.jnetlink.ovs.port.OvsPort;
import io.jnetlink.ovs.port.PortEvent;
import io.jnetlink.ovs.port.PortEvents;
import io.jnetlink.samples.ovs.port.PortDescription;
import io.jnetlink.samples.ovs.run.JovsCommand;
import io.jnetlink.samples.ovs.run.JovsSession;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * {@code monitor [DP]}: prints what happens to ports, line by line, until it is ended or the time of {@code --timeout} is
 * over. Stateless.
 */
public final class MonitorPorts implements JovsCommand {

    private static final Duration PATIENCE = Duration.ofSeconds(1);

    @Override
    public int run(JovsSession session, List<String> words) {
        Map<Integer, String> names = new HashMap<>();
        session.datapaths().forEach(datapath -> names.put(datapath.index(), datapath.name()));
        Optional<Integer> only = words.isEmpty()
                ? Optional.empty()
                : Optional.of(session.datapath(words.get(0)).index());
        long start = System.nanoTime();
        try (PortEvents events = session.ovs().ports().events()) {
            // Whoever reads this may act now: nothing is missed from here on.
            session.out().flush();
            while (true) {
                Duration left = session.options()
                        .timeout()
                        .map(time -> time.minusNanos(System.nanoTime() - start))
                        .orElse(PATIENCE);
                if (left.isNegative() || left.isZero()) {
                    return DONE;
                }
                events.next(left).ifPresent(event -> print(session, event, names, only));
            }
        }
    }

    private static void print(
            JovsSession session, PortEvent event, Map<Integer, String> names, Optional<Integer> only) {
        Line line = line(event);
        if (line.port().isPresent()
                && only.isPresent()
                && only.get() != line.port().get().datapathIndex()) {
            return;
        }
        if (session.options().json()) {
            session.printJson(json(session, line, names));
        } else {
            String text = line.port()
                    .map(port -> JovsSession.SYSTEM + name(session, port, names) + ": " + line.what() + " port "
                            + port.number() + ": " + port.name()
                            + PortDescription.of(port).suffix())
                    .orElse(line.what());
            session.out().println(text);
        }
        // Whoever listens wants to see it now.
        session.out().flush();
    }

    private record Line(String what, Optional<OvsPort> port) {}

    private static Line line(PortEvent event) {
        if (event instanceof PortEvent.Added added) {
            return new Line("add", Optional.of(added.port()));
        }
        if (event instanceof PortEvent.Changed changed) {
            return new Line("set", Optional.of(changed.port()));
        }
        return event instanceof PortEvent.Removed removed
                ? new Line("del", Optional.of(removed.port()))
                : new Line("events were lost", Optional.empty());
    }

    private static Map<String, Object> json(JovsSession session, Line line, Map<Integer, String> names) {
        Map<String, Object> json = new LinkedHashMap<>();
        json.put("event", line.port().isPresent() ? line.what() : "lost");
        line.port().ifPresent(port -> {
            PortDescription description = PortDescription.of(port);
            json.put("datapath", name(session, port, names));
            json.put("number", port.number());
            json.put("name", port.name());
            json.put("type", description.type());
        });
        return json;
    }

    /** The name of a datapath that came later, or has gone meanwhile, is asked for, or is its number. */
    private static String name(JovsSession session, OvsPort port, Map<Integer, String> names) {
        return names.computeIfAbsent(port.datapathIndex(), index -> {
            try {
                return session.ovs().datapaths().get(index).name();
            } catch (OvsException e) {
                return Integer.toString(index);
            }
        });
    }
}
