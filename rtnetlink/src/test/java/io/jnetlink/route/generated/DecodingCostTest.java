package io.jnetlink.route.generated;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.management.ThreadMXBean;
import io.jnetlink.property.AttributeBytes;
import io.jnetlink.route.link.LinkAttrs;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.NetlinkBuffer;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Decoding hostile input costs memory in proportion to its length, and its depth is bounded. */
class DecodingCostTest {

    private static final int IFNAME = 3;
    private static final int LINKINFO = 18;
    private static final int PROP_LIST = 52;
    private static final int ALT_IFNAME = 53;
    private static final int KIND = 1;
    private static final int DATA = 2;
    private static final int PEER = 1;
    private static final byte[] HEADER = new byte[16];

    private static final int FEW = 100;
    private static final int FACTOR = 8;
    /** Work that grew with the square would allocate 64 times as much. */
    private static final int TOLERATED = 16;

    private static final int ROUNDS = 20;

    static Stream<Arguments> shapes() {
        return Stream.of(
                shape("one attribute again and again", n -> times(n, attribute(IFNAME, text("eth0")))),
                shape("attributes without payload", n -> times(n, attribute(4000, new byte[0]))),
                shape("a long list", n -> attribute(PROP_LIST, times(n, attribute(ALT_IFNAME, text("a"))))),
                shape("many nests with selectors", n -> times(n, attribute(LINKINFO, info("vxlan", vni())))),
                shape(
                        "many sub-messages of one selector",
                        n -> attribute(LINKINFO, joined(times(n, attribute(DATA, vni())), kind("vxlan")))),
                shape(
                        "many selectors",
                        n -> attribute(LINKINFO, joined(times(n, kind("vxlan")), attribute(DATA, vni())))));
    }

    private static Arguments shape(String name, IntFunction<byte[]> ofSize) {
        return Arguments.of(name, ofSize);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("shapes")
    void costGrowsWithTheLength(String name, IntFunction<byte[]> ofSize) {
        long few = allocated(ofSize.apply(FEW));
        long many = allocated(ofSize.apply(FEW * FACTOR));

        assertThat(many).as(name).isLessThan(TOLERATED * few);
    }

    @Test
    void depthIsBounded() {
        byte[] nest = new byte[0];
        // As deep as a netlink attribute can be: each level costs 44 bytes.
        while (nest.length < 60_000) {
            byte[] peer = attribute(PEER, joined(HEADER, attribute(LINKINFO, info("veth", nest))));
            nest = peer;
        }
        byte[] bytes = attribute(LINKINFO, info("veth", nest));

        assertThatThrownBy(() -> decode(bytes))
                .isInstanceOf(MalformedMessageException.class)
                .hasMessageContaining("levels");
    }

    private static LinkAttrs decode(byte[] bytes) {
        return LinkAttrs.decode(NetlinkBuffer.wrap(bytes), 0, bytes.length);
    }

    /** Bytes allocated by decoding, hashing and printing, the least of some rounds. */
    private static long allocated(byte[] bytes) {
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long least = Long.MAX_VALUE;
        for (int round = 0; round < ROUNDS; round++) {
            long before = threads.getCurrentThreadAllocatedBytes();
            LinkAttrs value = decode(bytes);
            int used = value.hashCode()
                    + value.toString().length()
                    + value.unknown().size();
            long after = threads.getCurrentThreadAllocatedBytes();
            least = used == 0 ? least : Math.min(least, after - before);
        }
        return least;
    }

    private static byte[] info(String kind, byte[] data) {
        return joined(kind(kind), attribute(DATA, data));
    }

    private static byte[] kind(String kind) {
        return attribute(KIND, text(kind));
    }

    private static byte[] vni() {
        return attribute(1, new byte[4]);
    }

    private static byte[] text(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] attribute(int type, byte[] payload) {
        return AttributeBytes.attribute(type, payload);
    }

    private static byte[] times(int count, byte[] piece) {
        return AttributeBytes.joined(Collections.nCopies(count, piece));
    }

    private static byte[] joined(byte[]... pieces) {
        return AttributeBytes.joined(List.of(pieces));
    }
}
