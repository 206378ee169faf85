package io.jnetlink.torture;

import io.jnetlink.client.KernelRejectedException;
import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.NotFoundException;
import io.jnetlink.client.Request;
import io.jnetlink.links.Link;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.links.LinkView;
import io.jnetlink.nexthops.Nexthop;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * Links that stay while all around them comes and goes, and what must be answered to questions about them.
 *
 * <p>Thread-safe once made.
 */
final class TortureLinks {

    static final int COUNT = 32;
    private static final int PORT = 4789;
    private static final String STEM = "fixed";

    private final Map<Integer, Integer> indices = new HashMap<>();

    /** Makes the links. */
    static TortureLinks make(NetlinkClient client) {
        TortureLinks links = new TortureLinks();
        for (int number = 0; number < COUNT; number++) {
            client.acknowledge(LinkFamily.create(
                    Link.builder().name(STEM + number).vxlan(vni(number), PORT).build()));
            links.indices.put(
                    number,
                    client.get(LinkFamily.get(STEM + number)).orElseThrow().index());
        }
        return links;
    }

    static Request<Link, LinkView> byName(int number) {
        return LinkFamily.get(STEM + number);
    }

    Request<Link, LinkView> byIndex(int number) {
        return Request.of(
                LinkFamily.GETLINK, Link.builder().index(indices.get(number)).build());
    }

    /** Asks for a link that nobody has. */
    static Request<Link, LinkView> absent(int asker) {
        return LinkFamily.get(absentName(asker));
    }

    /** Fails unless that is the link of a number. */
    void checkAnswer(int number, Optional<Link> answer) {
        Link link = answer.orElseThrow(() -> new AssertionError("no answer about " + STEM + number));
        if (link.index() != indices.get(number)
                || !link.attributes().name().equals(STEM + number)
                || link.attributes().vxlanId().orElse(-1L) != vni(number)) {
            throw new AssertionError("asked for " + STEM + number + " and got " + link);
        }
    }

    /** Fails unless that is the refusal of {@link #absent}. */
    static void checkRefusal(int asker, KernelRejectedException refusal) {
        if (!(refusal instanceof NotFoundException) || !refusal.request().contains('"' + absentName(asker) + '"')) {
            throw new AssertionError("asked for " + absentName(asker) + " and got " + refusal.request(), refusal);
        }
    }

    /** Fails unless that is the nexthop of a number. */
    static void checkNexthop(int id, Optional<Nexthop> answer) {
        if (answer.isEmpty() || answer.get().id() != id) {
            throw new AssertionError("asked for nexthop " + id + " and got " + answer);
        }
    }

    /** A look through a listing, link by link. Not thread-safe. */
    static final class Sighting {

        private final Set<Integer> seen = new TreeSet<>();

        void see(String name, Optional<Long> id) {
            if (!name.startsWith(STEM)) {
                return;
            }
            int number = Integer.parseInt(name.substring(STEM.length()));
            if (id.orElse(-1L) != vni(number) || !seen.add(number)) {
                throw new AssertionError(name + " stands twice, or with " + id);
            }
        }

        /** Links that stay are in every listing, interrupted or not: those in front of them do not move. */
        void checkWhole() {
            if (seen.size() != COUNT) {
                throw new AssertionError("of " + COUNT + " links the kernel listed " + seen);
            }
        }
    }

    private static long vni(int number) {
        return 1000 + number;
    }

    private static String absentName(int asker) {
        return "absent" + asker;
    }
}
