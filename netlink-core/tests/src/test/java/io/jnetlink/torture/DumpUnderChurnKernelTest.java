package io.jnetlink.torture;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.client.DumpPolicy;
import io.jnetlink.client.DumpVisitor;
import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.client.PipelineOptions;
import io.jnetlink.client.Request;
import io.jnetlink.links.Link;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.links.LinkView;
import io.jnetlink.nexthops.NexthopFamily;
import io.jnetlink.nexthops.NexthopView;
import io.jnetlink.testkit.InNetworkNamespace;
import io.jnetlink.testkit.NamespaceLinks;
import java.util.BitSet;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What is listed while it changes: torn listings are marked, and what is not marked is how things were at one moment.
 *
 * <p>Nexthops and links are listed here because the kernel keeps count of their changes. Of addresses it does too; of routes,
 * rules, neighbours and forwarding entries Linux 6.18 does not, so that nobody can tell whether a listing of those is torn.
 *
 * <p>System properties {@code jnetlink.churn.entries} and {@code jnetlink.churn.dumps} make it larger.
 */
@InNetworkNamespace(limitSeconds = 3600)
class DumpUnderChurnKernelTest {

    private static final int ENTRIES = Integer.getInteger("jnetlink.churn.entries", 4000);
    private static final int DUMPS = Integer.getInteger("jnetlink.churn.dumps", 40);
    private static final int LINKS = 200;
    private static final long PATIENCE_SECONDS = 60;

    private NetlinkClient client;
    private NetlinkClient changer;

    @BeforeEach
    void open(NamespaceLinks namespace) {
        namespace.up("lo");
        client = NetlinkClient.open(NetlinkConfig.route());
        changer = NetlinkClient.open(NetlinkConfig.route());
    }

    @AfterEach
    void close() {
        client.close();
        changer.close();
    }

    /** What a listing shows of the tokens. */
    private static class Census implements DumpVisitor<NexthopView> {

        private final NexthopChurn churn;
        private final BitSet seen = new BitSet();
        private int count;
        private int listings;

        Census(NexthopChurn churn) {
            this.churn = churn;
        }

        @Override
        public void begin() {
            seen.clear();
            count = 0;
            listings++;
        }

        @Override
        public boolean visit(NexthopView nexthop) {
            seen.set(churn.tokenOf(nexthop.id()));
            count++;
            return true;
        }

        /** Each token is somewhere, and at most one was just being moved. */
        boolean isOfOneMoment() {
            return seen.cardinality() == ENTRIES && count <= ENTRIES + 1;
        }

        int listings() {
            return listings;
        }

        int count() {
            return count;
        }

        @Override
        public String toString() {
            return count + " nexthops, " + seen.cardinality() + " of " + ENTRIES + " tokens";
        }
    }

    /** At full speed nearly every listing is torn, and is marked. */
    @Test
    void noListingIsTornUnmarked() throws InterruptedException, ExecutionException, TimeoutException {
        NexthopChurn churn = new NexthopChurn(changer, ENTRIES);
        churn.begin();
        CompletableFuture<Long> moves =
                CompletableFuture.supplyAsync(churn::moveUntilStopped, task -> new Thread(task).start());
        int marked = 0;
        int torn = 0;
        int listings = 0;
        try {
            for (int i = 0; i < DUMPS; i++) {
                Census census = new Census(churn);
                boolean interrupted =
                        client.dump(NexthopFamily.list(), DumpPolicy.retrying(2).thenAcceptMarked(), census);
                assertThat(interrupted || census.isOfOneMoment())
                        .as("marked, or of one moment: %s", census)
                        .isTrue();
                marked += interrupted ? 1 : 0;
                torn += census.isOfOneMoment() ? 0 : 1;
                listings += census.listings();
            }
        } finally {
            churn.stop();
        }
        long moved = moves.get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(marked).as("marked, while %s tokens were moved", moved).isPositive();
        report(
                "at full speed",
                DUMPS + " dumps in " + listings + " listings, " + marked + " marked, " + torn + " of them torn, "
                        + moved + " moves");
        churn.end();
    }

    /** Now and then something moves in the middle of a listing, at a place of our choice: then it is marked, and only then. */
    @Test
    void aListingIsMarkedIfSomethingMoved() {
        NexthopChurn churn = new NexthopChurn(changer, ENTRIES);
        churn.begin();
        Random random = new Random(1);
        int marked = 0;
        int torn = 0;
        for (int i = 0; i < DUMPS; i++) {
            int moves = random.nextInt(4) * random.nextInt(64);
            int when = random.nextInt(ENTRIES);
            Census census = new Census(churn) {
                @Override
                public boolean visit(NexthopView nexthop) {
                    if (listings() == 1 && count() == when && moves > 0) {
                        churn.move(moves);
                    }
                    return super.visit(nexthop);
                }
            };
            boolean interrupted = client.dump(NexthopFamily.list(), DumpPolicy.acceptMarked(), census);
            assertThat(interrupted || census.isOfOneMoment())
                    .as("marked, or of one moment: %s", census)
                    .isTrue();
            // The kernel makes parts of a listing ahead; what moves after the last was made is none of its business.
            if (moves == 0 || when < ENTRIES / 10) {
                assertThat(interrupted)
                        .as("%s moved when %s were listed", moves, when)
                        .isEqualTo(moves > 0);
            }
            marked += interrupted ? 1 : 0;
            torn += census.isOfOneMoment() ? 0 : 1;
        }
        report("step by step", DUMPS + " dumps, " + marked + " marked, " + torn + " of them torn");
        churn.end();
    }

    @Test
    void aListingThatIsRepeatedIsOfOneMoment() {
        NexthopChurn churn = new NexthopChurn(changer, ENTRIES);
        churn.begin();
        Census census = new Census(churn) {
            @Override
            public boolean visit(NexthopView nexthop) {
                if (listings() <= 3 && count() == 0) {
                    churn.move(10);
                }
                return super.visit(nexthop);
            }
        };
        assertThat(client.dump(NexthopFamily.list(), DumpPolicy.retrying(3), census))
                .isFalse();
        assertThat(census.listings()).isEqualTo(4);
        assertThat(census.isOfOneMoment()).as(census.toString()).isTrue();
        churn.end();
    }

    @Test
    void aListingOfLinksIsMarkedIfOneComesOrGoes() {
        changer.pipeline(
                IntStream.range(0, LINKS).mapToObj(DumpUnderChurnKernelTest::addVxlan), PipelineOptions.defaults());

        assertThat(client.dump(LinkFamily.list(), view -> {})).isFalse();
        assertThat(listLinksAnd(() -> changer.acknowledge(addVxlan(LINKS)))).isTrue();
        assertThat(listLinksAnd(() -> changer.acknowledge(Request.of(
                        LinkFamily.DELLINK, Link.builder().name("x" + LINKS).build()))))
                .isTrue();
        assertThat(client.dump(LinkFamily.list(), view -> {})).isFalse();
    }

    /** Lists links, and does something when the first of them is there; returns whether the listing is marked. */
    private boolean listLinksAnd(Runnable change) {
        int[] seen = new int[1];
        return client.dump(LinkFamily.list(), view -> {
            if (seen[0]++ == 0) {
                change.run();
            }
        });
    }

    private static Request<Link, LinkView> addVxlan(int number) {
        return LinkFamily.create(
                Link.builder().name("x" + number).vxlan(1 + number, 4789).build());
    }

    /** Large runs are for reading. */
    private static void report(String what, String text) {
        if (DUMPS >= 100) {
            System.out.println("dumps of " + ENTRIES + " tokens " + what + ": " + text);
        }
    }
}
