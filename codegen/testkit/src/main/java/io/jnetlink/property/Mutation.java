package io.jnetlink.property;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;

/** Damage to bytes, told by a number so that it can be repeated. Stateless. */
final class Mutation {

    private static final int[] NASTY = {0, 1, 3, 4, 5, 0x7f, 0x80, 0xff};
    private static final int MAX_MUTATIONS = 4;

    private Mutation() {}

    /** Bytes with one to four changes. */
    static Arbitrary<byte[]> of(Arbitrary<byte[]> bytes) {
        Arbitrary<List<Long>> mutations =
                Arbitraries.longs().list().ofMinSize(1).ofMaxSize(MAX_MUTATIONS);
        return Combinators.combine(bytes, mutations).as(Mutation::applied);
    }

    /** Changes bytes: cuts, repeats, turns bits over, writes numbers that lengths are sensitive to. */
    private static byte[] applied(byte[] bytes, List<Long> mutations) {
        byte[] result = bytes.clone();
        for (long mutation : mutations) {
            result = once(result, new Random(mutation));
        }
        return result;
    }

    private static byte[] once(byte[] bytes, Random random) {
        if (bytes.length == 0) {
            return bytes;
        }
        int at = random.nextInt(bytes.length);
        switch (random.nextInt(5)) {
            case 0 -> {
                return Arrays.copyOf(bytes, at);
            }
            case 1 -> {
                return Arrays.copyOfRange(bytes, at, bytes.length);
            }
            case 2 -> {
                byte[] longer = Arrays.copyOf(bytes, bytes.length + 1);
                System.arraycopy(bytes, at, longer, at + 1, bytes.length - at);
                return longer;
            }
            case 3 -> bytes[at] ^= (byte) (1 << random.nextInt(Byte.SIZE));
            default -> bytes[at] = (byte) NASTY[random.nextInt(NASTY.length)];
        }
        return bytes;
    }
}
