package io.jnetlink.property.guide;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.property.AttributeBytes;
import io.jnetlink.property.CodecContract;
import io.jnetlink.property.MessageArbitraries;
import io.jnetlink.property.NetlinkArbitraries;
import io.jnetlink.property.NetlinkProperties;
import io.jnetlink.property.WireMessage;
import io.jnetlink.wire.MalformedMessageException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.stream.Stream;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import org.opentest4j.AssertionFailedError;

/** The contract finds the mistakes that codecs are made with, and finds none in a codec without. */
class WrongCodecsProperties {

    private static final MessageArbitraries PLANTS =
            NetlinkArbitraries.ofResource(Plant.class, "garden").set("plant-attrs");
    private static final int DRAWS = 300;
    private static final int ALIGNMENT = 4;

    /** A codec with a name. */
    private record Codec(String name, Function<byte[], Plant> decoder, Function<Plant, byte[]> encoder)
            implements CodecContract<Plant> {

        @Override
        public MessageArbitraries messages() {
            return PLANTS;
        }

        @Override
        public Plant decode(byte[] bytes) {
            return decoder.apply(bytes);
        }

        @Override
        public byte[] encode(Plant plant) {
            return encoder.apply(plant);
        }

        @Override
        public String toString() {
            return name;
        }
    }

    private static final List<Codec> WRONG = List.of(
            encoder("leaves an attribute out", p -> new Plant(p.name(), p.height(), Optional.empty()).encode()),
            encoder("writes another height", p -> new Plant(p.name(), p.height().map(h -> h + 1), p.colour()).encode()),
            encoder("swaps bytes", p -> swapped(p).encode()),
            encoder("does not pad", p -> {
                byte[] bytes = p.encode();
                return Arrays.copyOf(bytes, bytes.length - (p.colour().isPresent() ? 4 : 0));
            }),
            encoder("forgets the NUL", p -> {
                byte[] rest = new Plant(Optional.empty(), p.height(), p.colour()).encode();
                return p.name()
                        .map(n -> AttributeBytes.joined(
                                AttributeBytes.attribute(1, n.getBytes(StandardCharsets.UTF_8)), rest))
                        .orElse(rest);
            }),
            encoder("marks a nest that is none", p -> {
                byte[] bytes = p.encode();
                if (bytes.length > 0) {
                    bytes[3] |= (byte) 0x80;
                }
                return bytes;
            }),
            decoder("checks no length", b -> Plant.decode(b.length > 8 ? lengthened(b) : b)),
            decoder("crashes at garbage", b -> {
                try {
                    return Plant.decode(b);
                } catch (MalformedMessageException e) {
                    throw new ArrayIndexOutOfBoundsException(e.offset());
                }
            }),
            decoder("reads garbage as nothing", b -> {
                try {
                    return Plant.decode(b);
                } catch (MalformedMessageException e) {
                    return new Plant(Optional.empty(), Optional.empty(), Optional.empty());
                }
            }),
            decoder("refuses what it does not know", b -> {
                for (int at = 0; at + 4 <= b.length; at += Math.max(4, (b[at] & 0xff) + 3 & ~3)) {
                    if (b[at + 2] > 3 || b[at + 3] != 0) {
                        throw new MalformedMessageException("unknown", at);
                    }
                }
                return Plant.decode(b);
            }),
            decoder("lets the first of two count", b -> {
                Plant plant = Plant.decode(b);
                for (int at = b.length - 8; at >= 0; at -= ALIGNMENT) {
                    if (b[at] == 8
                            && b[at + 1] == 0
                            && b[at + 2] == 2
                            && b[at + 3] == 0
                            && plant.height().isPresent()) {
                        plant = new Plant(
                                plant.name(),
                                Plant.decode(Arrays.copyOfRange(b, at, at + 8)).height(),
                                plant.colour());
                    }
                }
                return plant;
            }));

    private static Codec encoder(String name, Function<Plant, byte[]> encoder) {
        return new Codec(name, Plant::decode, encoder);
    }

    private static Codec decoder(String name, Function<byte[], Plant> decoder) {
        return new Codec(name, decoder, Plant::encode);
    }

    private static long swapped(long height) {
        return Integer.toUnsignedLong(Integer.reverseBytes((int) height));
    }

    /** Pretends that the payload of the first attribute has its full length. */
    private static byte[] lengthened(byte[] bytes) {
        byte[] longer = bytes.clone();
        if (longer[2] == 2 && longer[0] < 8) {
            longer[0] = 8;
        }
        return longer;
    }

    private static <T> boolean finds(Arbitrary<T> samples, Consumer<T> property) {
        try {
            samples.sampleStream().limit(DRAWS).forEach(property);
            return false;
        } catch (AssertionFailedError e) {
            assertThat(e.getMessage()).contains("bytes:");
            return true;
        }
    }

    private static boolean isFoundOut(Codec codec) {
        return Stream.<Boolean>of(
                        finds(codec.contractWellFormed(), codec::decodingIsTheInverseOfEncoding),
                        finds(codec.contractRequests(), codec::requestsStayAsTheSpecSays),
                        finds(codec.contractRejectable(), codec::malformedMessagesAreRefused),
                        finds(codec.contractTolerable(), codec::tolerableFaultsAreTolerated),
                        finds(codec.contractGarbage(), codec::garbageIsAValueOrRefused))
                .anyMatch(found -> found);
    }

    @Example
    void everyMistakeIsFound() {
        for (Codec codec : WRONG) {
            assertThat(isFoundOut(codec)).as(codec.name()).isTrue();
        }
    }

    @Example
    void whatReaderAndWriterAgreeOnIsFoundByValuesThatDidNotComeFromBytes() {
        Codec wrong = new Codec(
                "swaps bytes both ways",
                b -> swapped(Plant.decode(b)),
                p -> swapped(p).encode());
        WireMessage sent = wrong.messages().of(wrong.encode(Plant.of("rose", 80, 1)));

        assertThat(isFoundOut(wrong)).isFalse();
        assertThatThrownBy(
                        () -> NetlinkProperties.conforms(sent, wrong.messages().family()))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("height: 1342177280 is out of range");
    }

    private static Plant swapped(Plant plant) {
        return new Plant(plant.name(), plant.height().map(WrongCodecsProperties::swapped), plant.colour());
    }

    @Example
    void aRightCodecIsNotAccused() {
        assertThat(isFoundOut(decoder("right", Plant::decode))).isFalse();
    }
}
