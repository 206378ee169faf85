package io.jnetlink.ovs.text;

import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.io.ByteArrayOutputStream;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/**
 * Keys with masks as bytes, made without the code under test. Only what text can hold: no bits outside of names and
 * fields, nothing in a value that is left out because it does not count, flags of tunnels at the end.
 */
final class KeyArbitraries {

    /**
     * Bytes of an attribute in the key and in the mask.
     *
     * @param type number
     */
    record Masked(int type, byte[] value, byte[] mask) {}

    /** All attributes of key and mask. */
    record Match(byte[] key, byte[] mask) {}

    private static final int FRAG_OF_IPV4 = 11;
    private static final int FRAG_OF_IPV6 = 39;

    private KeyArbitraries() {}

    static Arbitrary<Match> matches() {
        return keys(2).map(KeyArbitraries::match);
    }

    private static Arbitrary<List<Masked>> keys(int depth) {
        List<Arbitrary<Masked>> kinds = new ArrayList<>(plainKeys());
        if (depth > 0) {
            kinds.add(keys(depth - 1).map(KeyArbitraries::match).map(m -> new Masked(1, m.key, m.mask)));
        }
        return oneOfEach(kinds);
    }

    /** Any subset in any order, each kind at most once. */
    private static Arbitrary<List<Masked>> oneOfEach(List<Arbitrary<Masked>> kinds) {
        Arbitrary<Set<Integer>> chosen = Arbitraries.integers()
                .between(0, kinds.size() - 1)
                .set()
                .ofMinSize(1)
                .ofMaxSize(8);
        return chosen.flatMap(set ->
                Combinators.combine(set.stream().map(kinds::get).toList()).as(list -> list));
    }

    static Match match(List<Masked> attributes) {
        MessageWriter key = MessageWriter.onHeap();
        MessageWriter mask = MessageWriter.onHeap();
        for (Masked attribute : attributes) {
            key.putBytes(attribute.type, attribute.value);
            mask.putBytes(attribute.type, attribute.mask);
        }
        return new Match(key.toByteArray(), mask.toByteArray());
    }

    private static List<Arbitrary<Masked>> plainKeys() {
        Stream<Arbitrary<Masked>> words = Stream.of(2, 3, 15, 19, 20, 24).map(type -> any(type, 4));
        Stream<Arbitrary<Masked>> others = Stream.of(
                any(4, 12),
                any(6, 2),
                any(9, 4),
                any(10, 4),
                any(11, 2),
                any(12, 2),
                any(14, 28),
                any(17, 4),
                any(23, 2),
                any(25, 16),
                any(32, 2),
                any(5, 2, KeyArbitraries::alwaysTagged),
                any(7, 12, (value, mask) -> wholeFrag(value, mask, FRAG_OF_IPV4)),
                any(8, 40, KeyArbitraries::ipv6),
                any(13, 24, (value, mask) -> zero(value, mask, 22, 24)),
                any(18, 2, KeyArbitraries::tcpFlags),
                any(22, 4, KeyArbitraries::ctState),
                any(26, 16, (value, mask) -> zero(value, mask, 13, 16)),
                any(27, 40, (value, mask) -> zero(value, mask, 37, 40)),
                any(30, 8, (value, mask) -> zero(value, mask, 5, 8)),
                Arbitraries.integers().between(1, 3).flatMap(n -> any(21, 4 * n)),
                Arbitraries.integers().between(0, 9).flatMap(n -> any(77, n)),
                nsh(),
                tunnel());
        return Stream.concat(words, others).toList();
    }

    private static Arbitrary<Masked> any(int type, int length) {
        return any(type, length, (value, mask) -> {});
    }

    private static Arbitrary<Masked> any(int type, int length, BiConsumer<byte[], byte[]> tidy) {
        Arbitrary<byte[]> value = bytes(length);
        Arbitrary<byte[]> mask = Arbitraries.oneOf(
                bytes(length), Arbitraries.of(0x00, 0xff).map(b -> filled(length, b)), fewBits(length));
        return Combinators.combine(value, mask).as((v, m) -> {
            byte[] tidyValue = v.clone();
            byte[] tidyMask = m.clone();
            tidy.accept(tidyValue, tidyMask);
            return new Masked(type, tidyValue, tidyMask);
        });
    }

    static Arbitrary<byte[]> bytes(int length) {
        return Arbitraries.bytes().array(byte[].class).ofSize(length);
    }

    private static Arbitrary<byte[]> fewBits(int length) {
        return Arbitraries.of(0x00, 0xff, 0x0f)
                .map(Integer::byteValue)
                .array(byte[].class)
                .ofSize(length);
    }

    private static byte[] filled(int length, int value) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }

    private static void alwaysTagged(byte[] value, byte[] mask) {
        mask[0] |= 0x10;
    }

    private static void wholeFrag(byte[] value, byte[] mask, int at) {
        boolean counts = mask[at] != 0;
        mask[at] = (byte) (counts ? 0xff : 0);
        value[at] = (byte) (counts ? (value[at] & 0xff) % 3 : 0);
    }

    private static void ipv6(byte[] value, byte[] mask) {
        wholeFrag(value, mask, FRAG_OF_IPV6);
        value[32] = 0;
        value[33] &= 0x0f;
        mask[32] = 0;
        mask[33] &= 0x0f;
    }

    private static void zero(byte[] value, byte[] mask, int from, int to) {
        Arrays.fill(value, from, to, (byte) 0);
        Arrays.fill(mask, from, to, (byte) 0);
    }

    /** Twelve bits; text without a mask stands for sixteen that count. */
    private static void tcpFlags(byte[] value, byte[] mask) {
        if ((mask[0] & 0x0f) == 0x0f && mask[1] == (byte) 0xff) {
            mask[0] = (byte) 0xff;
        } else {
            mask[0] &= 0x0f;
        }
        value[0] &= (byte) (mask[0] & 0x0f);
        value[1] &= mask[1];
    }

    private static void ctState(byte[] value, byte[] mask) {
        boolean isExact = Arrays.equals(mask, filled(4, 0xff));
        MaskedBytes number = MaskedBytes.of(value, mask);
        number.put(value[0] & 0xff, isExact ? number.ones() : mask[0] & 0xff, ByteOrder.nativeOrder());
    }

    private static Arbitrary<Masked> nsh() {
        return any(0, 24, (value, mask) -> {
                    value[2] = 1;
                    mask[2] = (byte) 0xff;
                    for (int i = 0; i < value.length; i++) {
                        value[i] &= mask[i];
                    }
                })
                .map(all -> {
                    Masked base = new Masked(1, Arrays.copyOf(all.value, 8), Arrays.copyOf(all.mask, 8));
                    Masked words =
                            new Masked(2, Arrays.copyOfRange(all.value, 8, 24), Arrays.copyOfRange(all.mask, 8, 24));
                    Match nest = match(List.of(base, words));
                    return new Masked(28, nest.key, nest.mask);
                });
    }

    private static Arbitrary<Masked> tunnel() {
        List<Arbitrary<Masked>> fields = List.of(
                any(0, 8),
                any(1, 4),
                any(2, 4),
                any(3, 1),
                any(4, 1),
                any(9, 2),
                any(10, 2),
                any(12, 16),
                any(13, 16),
                any(17, 2),
                any(99, 3),
                gbp(),
                erspan(),
                geneve());
        Arbitrary<Integer> flags = Arbitraries.integers().between(0, 7);
        return Combinators.combine(oneOfEach(fields), flags, flags).as((attributes, set, counted) -> {
            Match nest = match(attributes);
            return new Masked(16, with(nest.key, set & counted), with(nest.mask, counted));
        });
    }

    /** Flags behind other attributes: don't fragment, checksum, administration. */
    private static byte[] with(byte[] attributes, int flags) {
        MessageWriter out = MessageWriter.onHeap();
        out.append(NetlinkBuffer.wrap(attributes), 0, attributes.length);
        for (int i = 0; i < 3; i++) {
            if ((flags >> i & 1) != 0) {
                out.putFlag(5 + i);
            }
        }
        return out.toByteArray();
    }

    private static Arbitrary<Masked> gbp() {
        return any(1, 4, (value, mask) -> {
                    // The top byte of the host's number has no name.
                    int top = ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN ? 3 : 0;
                    zero(value, mask, top, top + 1);
                })
                .map(policy -> {
                    Match nest = match(List.of(policy));
                    return new Masked(11, nest.key, nest.mask);
                });
    }

    private static Arbitrary<Masked> erspan() {
        return Combinators.combine(Arbitraries.of(1, 2), bytes(4), bytes(4)).as((version, data, counted) -> {
            MaskedBytes all = MaskedBytes.of(new byte[12], filled(12, 0xff));
            all.slice(0, 4).put(version, all.slice(0, 4).ones(), ByteOrder.nativeOrder());
            if (version == 1) {
                all.slice(4, 4).put(data, counted);
            } else {
                int bits = 0xf8;
                all.slice(11, 1).put(new byte[] {(byte) (data[0] & bits)}, new byte[] {
                    (byte) (counted[0] & bits | ~bits)
                });
            }
            return new Masked(15, all.valueBytes(), all.maskBytes());
        });
    }

    private static Arbitrary<Masked> geneve() {
        Arbitrary<Masked> option = Arbitraries.integers()
                .between(0, 5)
                .flatMap(words -> any(0, 4 + 4 * words, (v, m) -> {
                    v[3] = words.byteValue();
                    m[3] &= 0x1f;
                }));
        return option.list().ofMaxSize(3).map(options -> {
            ByteArrayOutputStream value = new ByteArrayOutputStream();
            ByteArrayOutputStream mask = new ByteArrayOutputStream();
            options.forEach(o -> {
                value.writeBytes(o.value);
                mask.writeBytes(o.mask);
            });
            return new Masked(8, value.toByteArray(), mask.toByteArray());
        });
    }
}
