package io.jnetlink.ovs.text;

import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Lists of actions as bytes, made without the code under test. Only what text can hold. */
final class ActionArbitraries {

    private static final ByteOrder HOST = ByteOrder.nativeOrder();

    private ActionArbitraries() {}

    static Arbitrary<byte[]> lists() {
        return lists(2);
    }

    private static Arbitrary<byte[]> lists(int depth) {
        return Arbitraries.oneOf(kinds(depth)).list().ofMaxSize(4).map(ActionArbitraries::joined);
    }

    private static byte[] joined(List<byte[]> attributes) {
        MessageWriter out = MessageWriter.onHeap();
        attributes.forEach(a -> out.append(NetlinkBuffer.wrap(a), 0, a.length));
        return out.toByteArray();
    }

    private static byte[] attribute(int type, byte[] payload) {
        MessageWriter out = MessageWriter.onHeap();
        out.putBytes(type, payload);
        return out.toByteArray();
    }

    private static byte[] number(int type, long value) {
        MessageWriter out = MessageWriter.onHeap();
        out.putU32(type, value, HOST);
        return out.toByteArray();
    }

    private static Arbitrary<Long> u32() {
        return Arbitraries.longs().between(0, 0xffff_ffffL);
    }

    private static Arbitrary<byte[]> numbered(int type) {
        return u32().map(value -> number(type, value));
    }

    private static List<Arbitrary<byte[]>> kinds(int depth) {
        List<Arbitrary<byte[]>> kinds = new ArrayList<>(List.of(
                numbered(1), numbered(7), numbered(13), numbered(19), numbered(24), pushVlan(), mpls(9), mpls(22)));
        List.of(5, 15, 16, 18).forEach(type -> kinds.add(Arbitraries.just(attribute(type, new byte[0]))));
        kinds.add(KeyArbitraries.bytes(2).map(bytes -> attribute(10, bytes)));
        kinds.add(KeyArbitraries.bytes(12).map(bytes -> attribute(14, bytes)));
        kinds.add(Arbitraries.integers()
                .between(0, 8)
                .flatMap(n -> KeyArbitraries.bytes(n).map(bytes -> attribute(91, bytes))));
        kinds.addAll(List.of(hash(), set(), setMasked(), userspace(), conntrack(), psample(), pushNsh()));
        if (depth > 0) {
            kinds.addAll(List.of(clone(depth), sample(depth), checkLength(depth), decTtl(depth)));
        }
        return kinds;
    }

    private static Arbitrary<byte[]> pushVlan() {
        return KeyArbitraries.bytes(4).map(bytes -> attribute(4, bytes));
    }

    private static Arbitrary<byte[]> mpls(int type) {
        return KeyArbitraries.bytes(6).map(bytes -> attribute(type, Arrays.copyOf(bytes, 8)));
    }

    private static Arbitrary<byte[]> hash() {
        return Combinators.combine(Arbitraries.of(0L, 1L), u32())
                .as((algorithm, basis) -> attribute(8, words(algorithm, basis)));
    }

    private static byte[] words(long... values) {
        NetlinkBuffer buffer = NetlinkBuffer.allocate(4 * values.length);
        for (int i = 0; i < values.length; i++) {
            buffer.putU32(4 * i, values[i], HOST);
        }
        return buffer.bytes(0, 4 * values.length);
    }

    private static Arbitrary<byte[]> set() {
        return Arbitraries.of(2, 4, 9, 10, 15, 17, 24)
                .flatMap(type ->
                        KeyArbitraries.bytes(type == 4 ? 12 : 4).map(bytes -> attribute(3, attribute(type, bytes))));
    }

    /** What does not count is zero, and at least one bit does not. */
    private static Arbitrary<byte[]> setMasked() {
        return Arbitraries.of(4, 9, 10, 17).flatMap(type -> {
            int length = type == 4 ? 12 : 4;
            return Combinators.combine(KeyArbitraries.bytes(length), KeyArbitraries.bytes(length))
                    .as((value, mask) -> attribute(11, attribute(type, masked(value, mask))));
        });
    }

    private static byte[] masked(byte[] value, byte[] mask) {
        byte[] both = Arrays.copyOf(value, 2 * value.length);
        for (int i = 0; i < value.length; i++) {
            byte counted = (byte) (mask[i] & 0x7f);
            both[i] &= counted;
            both[value.length + i] = counted;
        }
        return both;
    }

    private static Arbitrary<byte[]> userspace() {
        Arbitrary<byte[]> data = Arbitraries.integers().between(8, 40).flatMap(KeyArbitraries::bytes);
        return Combinators.combine(u32(), data, u32().optional(), Arbitraries.of(true, false))
                .as((pid, userdata, tunnel, actions) -> {
                    MessageWriter out = MessageWriter.onHeap();
                    int mark = out.begin(2);
                    out.putU32(1, pid, HOST);
                    out.putBytes(2, userdata);
                    tunnel.ifPresent(port -> out.putU32(3, port, HOST));
                    if (actions) {
                        out.putFlag(4);
                    }
                    out.end(mark);
                    return out.toByteArray();
                });
    }

    private static Arbitrary<byte[]> conntrack() {
        Arbitrary<Integer> commit = Arbitraries.of(0, 1, 7);
        Arbitrary<Integer> zone = Arbitraries.integers().between(0, 0xffff);
        Arbitrary<String> name = Arbitraries.strings().alpha().ofMaxLength(15);
        Arbitrary<byte[]> label = KeyArbitraries.bytes(32);
        return Combinators.combine(commit, zone, u32(), label, name, name, nat())
                .as(ActionArbitraries::conntrack);
    }

    private static byte[] conntrack(
            int commit, int zone, long mark, byte[] label, String helper, String timeout, byte[] nat) {
        MessageWriter out = MessageWriter.onHeap();
        int nest = out.begin(12);
        if (commit != 0) {
            out.putFlag(commit);
        }
        if (zone != 0) {
            out.putU16(2, zone, HOST);
        }
        if (mark % 3 != 0) {
            out.putBytes(3, words(mark, mark | 1));
        }
        if (label[0] > 0) {
            label[16] |= 1;
            out.putBytes(4, label);
        }
        putName(out, 5, helper);
        if (mark % 5 == 1) {
            out.putU32(8, mark, HOST);
        }
        putName(out, 9, timeout);
        out.append(NetlinkBuffer.wrap(nat), 0, nat.length);
        out.end(nest);
        return out.toByteArray();
    }

    private static void putName(MessageWriter out, int type, String name) {
        if (!name.isEmpty()) {
            out.putBytes(type, (name + "\0").getBytes(StandardCharsets.UTF_8));
        }
    }

    private static Arbitrary<byte[]> nat() {
        Arbitrary<Integer> direction = Arbitraries.of(0, 1, 2);
        Arbitrary<byte[]> address = Arbitraries.of(4, 16).flatMap(KeyArbitraries::bytes);
        Arbitrary<Integer> port = Arbitraries.integers().between(0, 0xfffe);
        return Combinators.combine(Arbitraries.of(0, 1, 2, 3), direction, address, port, Arbitraries.of(0, 7, 8, 9))
                .as((extent, way, lowest, first, flag) ->
                        extent == 0 ? new byte[0] : nat(extent, way, lowest, first, flag));
    }

    private static byte[] nat(int extent, int direction, byte[] lowest, int firstPort, int flag) {
        MessageWriter out = MessageWriter.onHeap();
        int nest = out.begin(6);
        if (direction != 0) {
            out.putFlag(direction);
            if (extent > 1) {
                out.putBytes(3, lowest);
                byte[] highest = lowest.clone();
                highest[0] |= 0x40;
                if (!Arrays.equals(lowest, highest)) {
                    out.putBytes(4, highest);
                }
            }
            if (extent > 2 && firstPort != 0) {
                out.putU16(5, firstPort, HOST);
                out.putU16(6, firstPort + 1, HOST);
            }
            if (flag != 0) {
                out.putFlag(flag);
            }
        }
        out.end(nest);
        return out.toByteArray();
    }

    private static Arbitrary<byte[]> psample() {
        return Combinators.combine(u32(), Arbitraries.integers().between(1, 16).flatMap(KeyArbitraries::bytes))
                .as((group, cookie) -> attribute(25, joined(List.of(number(1, group), attribute(2, cookie)))));
    }

    private static Arbitrary<byte[]> pushNsh() {
        return KeyArbitraries.bytes(24).map(all -> {
            byte[] base = Arrays.copyOf(all, 8);
            base[2] = (byte) (1 + (base[2] & 1));
            int type = base[2] == 1 ? 2 : 3;
            byte[] nest = joined(List.of(attribute(1, base), attribute(type, Arrays.copyOfRange(all, 8, 24))));
            return attribute(17, attribute(28, nest));
        });
    }

    private static Arbitrary<byte[]> clone(int depth) {
        return lists(depth - 1).map(list -> attribute(20, list));
    }

    /** Shares of whole tenths of a percent, which is what the text can hold. */
    private static Arbitrary<byte[]> sample(int depth) {
        return Combinators.combine(Arbitraries.integers().between(0, 1000), lists(depth - 1))
                .as((tenths, list) -> {
                    long probability = (long) Math.floor(0xffff_ffffL * (tenths / 10.0 / 100) + 0.5);
                    return attribute(6, joined(List.of(number(1, probability), attribute(2, list))));
                });
    }

    private static Arbitrary<byte[]> checkLength(int depth) {
        return Combinators.combine(KeyArbitraries.bytes(2), lists(depth - 1), lists(depth - 1))
                .as((size, greater, other) ->
                        attribute(21, joined(List.of(attribute(1, size), attribute(2, greater), attribute(3, other)))));
    }

    private static Arbitrary<byte[]> decTtl(int depth) {
        return lists(depth - 1).map(list -> attribute(23, attribute(1, list)));
    }
}
