package io.jnetlink.torture;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.client.AlreadyExistsException;
import io.jnetlink.client.Dump;
import io.jnetlink.client.DumpPolicy;
import io.jnetlink.client.DumpVisitor;
import io.jnetlink.client.KernelRejectedException;
import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.client.NotFoundException;
import io.jnetlink.client.RequestInterruptedException;
import io.jnetlink.client.RequestTimeoutException;
import io.jnetlink.links.Link;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.links.LinkView;
import io.jnetlink.nexthops.NexthopFamily;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.testkit.InNetworkNamespace;
import io.jnetlink.testkit.NamespaceLinks;
import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Many threads on one blocking client, each of which checks that it gets its own answers. */
@InNetworkNamespace(limitSeconds = 3600)
class NetlinkClientTortureKernelTest {

    private static final Duration TIMEOUT = Duration.ofMillis(40);
    private static final int FIRST_NEXTHOP = 1000;

    private final Torture torture = new Torture();
    /** By worker: whether its nexthop may be there, since nobody knows what became of a request. */
    private final boolean[] doubtful = new boolean[Torture.THREADS];

    private static final class GiveUp extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    @Test
    void everyAnswerGoesToTheOneWhoAsked(NamespaceLinks namespace) throws InterruptedException {
        namespace.up("lo");
        NetlinkConfig config = NetlinkConfig.builder(SocketOptions.route())
                .timeout(TIMEOUT)
                .syscalls(LossySyscalls.losingOneIn(20_000))
                .build();
        NetlinkConfig reliable = NetlinkConfig.route();
        ProcessResources before;
        try (NetlinkClient fixture = NetlinkClient.open(reliable)) {
            TortureLinks links = TortureLinks.make(fixture);
            before = ProcessResources.now();
            try (NetlinkClient client = NetlinkClient.open(config)) {
                torture.run((worker, random) -> act(client, links, worker, random));
                checkStillUsable(client, links);
                assertThat(client.counters().overruns()).isZero();
                assertThat(client.counters().foreignDatagrams()).isZero();
            }
        }
        torture.tally()
                .check(
                        "get by name",
                        "get by index",
                        "refusal",
                        "nexthop",
                        "dump",
                        "views",
                        "views in part",
                        "interrupted");
        Torture.checkNothingLeaked(withoutFixture(before), reliable);
    }

    /** Verdicts still get lost, but not several in a row. */
    private static void checkStillUsable(NetlinkClient client, TortureLinks links) {
        for (int attempt = 0; attempt < 3; attempt++) {
            try {
                links.checkAnswer(attempt, client.get(links.byIndex(attempt)));
                return;
            } catch (RequestTimeoutException e) {
                continue;
            }
        }
        throw new AssertionError("every request times out");
    }

    /** The fixture's client is closed by then: its socket, and no eventfd, since it never had to wait. */
    private static ProcessResources withoutFixture(ProcessResources before) {
        return new ProcessResources(
                before.descriptors() - 1, before.directMemory(), before.reserved(), before.threads());
    }

    private void act(NetlinkClient client, TortureLinks links, int worker, Random random) {
        String outcome;
        try {
            outcome = choose(client, links, worker, random);
        } catch (RequestTimeoutException e) {
            outcome = "timed out";
        } catch (RequestInterruptedException e) {
            assertThat(Thread.interrupted()).as("still marked as interrupted").isTrue();
            outcome = "interrupted";
        }
        torture.tally().count(outcome);
    }

    private String choose(NetlinkClient client, TortureLinks links, int worker, Random random) {
        int chance = random.nextInt(1000);
        int number = random.nextInt(TortureLinks.COUNT);
        if (chance < 400) {
            links.checkAnswer(number, client.get(TortureLinks.byName(number)));
            return "get by name";
        } else if (chance < 650) {
            links.checkAnswer(number, client.get(links.byIndex(number)));
            return "get by index";
        } else if (chance < 800) {
            return refusal(client, worker);
        } else if (chance < 940) {
            return nexthop(client, worker);
        } else if (chance < 960) {
            return dump(client);
        } else if (chance < 970) {
            return views(client);
        } else if (chance < 980) {
            return viewsInPart(client, random);
        }
        if (chance < 990) {
            Thread.currentThread().interrupt();
        } else {
            torture.interruptAny();
        }
        links.checkAnswer(number, client.get(TortureLinks.byName(number)));
        return "get by name, with an interrupt about";
    }

    private static String refusal(NetlinkClient client, int worker) {
        try {
            throw new AssertionError("nobody has made " + client.get(TortureLinks.absent(worker)));
        } catch (KernelRejectedException e) {
            TortureLinks.checkRefusal(worker, e);
            return "refusal";
        }
    }

    /** Makes, asks for, and deletes the one that belongs to this thread alone. */
    private String nexthop(NetlinkClient client, int worker) {
        int id = FIRST_NEXTHOP + worker;
        boolean maybeThere = doubtful[worker];
        doubtful[worker] = true;
        try {
            client.acknowledge(NexthopFamily.create(id));
        } catch (AlreadyExistsException e) {
            requireDoubt(maybeThere, e);
        }
        TortureLinks.checkNexthop(id, client.get(NexthopFamily.get(id)));
        client.acknowledge(NexthopFamily.delete(id));
        doubtful[worker] = false;
        try {
            throw new AssertionError("deleted, but there is " + client.get(NexthopFamily.get(id)));
        } catch (NotFoundException e) {
            return "nexthop";
        }
    }

    private static void requireDoubt(boolean doubt, KernelRejectedException e) {
        if (!doubt) {
            throw new AssertionError("deleted before", e);
        }
    }

    private static String dump(NetlinkClient client) {
        Dump<Link> dump = client.dump(LinkFamily.list());
        TortureLinks.Sighting sighting = new TortureLinks.Sighting();
        dump.messages()
                .forEach(link ->
                        sighting.see(link.attributes().name(), link.attributes().vxlanId()));
        sighting.checkWhole();
        return "dump";
    }

    private static String views(NetlinkClient client) {
        TortureLinks.Sighting sighting = new TortureLinks.Sighting();
        client.dump(
                LinkFamily.list(),
                view -> sighting.see(view.attributes().name(), view.attributes().vxlanId()));
        sighting.checkWhole();
        return "views";
    }

    /** Ends early, one way or the other; what is left of the dump must not reach the next one who asks. */
    private static String viewsInPart(NetlinkClient client, Random random) {
        int wanted = random.nextInt(TortureLinks.COUNT);
        boolean throwing = random.nextBoolean();
        int[] seen = new int[1];
        try {
            client.dump(LinkFamily.list(), DumpPolicy.failing(), new DumpVisitor<LinkView>() {
                @Override
                public void begin() {
                    seen[0] = 0;
                }

                @Override
                public boolean visit(LinkView view) {
                    if (seen[0] == wanted && throwing) {
                        throw new GiveUp();
                    }
                    return seen[0]++ < wanted;
                }
            });
            assertThat(throwing).isFalse();
            assertThat(seen[0]).isEqualTo(wanted + 1);
        } catch (GiveUp e) {
            assertThat(seen[0]).isEqualTo(wanted);
        }
        return "views in part";
    }
}
