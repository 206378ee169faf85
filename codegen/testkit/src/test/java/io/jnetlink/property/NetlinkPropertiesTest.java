package io.jnetlink.property;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.jnetlink.wire.MalformedMessageException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.opentest4j.AssertionFailedError;

/** The properties hold of a right codec, fail with a wrong one, and tell where and why. */
class NetlinkPropertiesTest {

    /** name "Ada", age 36. */
    private static final String ADA = "08000300 41646100 05000400 24000000";

    private final MessageArbitraries people = Families.harbour().set("person");
    private final WireMessage ada = people.of(ADA);
    /** A right codec: bytes that jnetlink's validator lets pass are a value. */
    private final Function<byte[], ByteBuffer> decoder = bytes -> ByteBuffer.wrap(Families.validated(people.of(bytes)));

    private final Function<ByteBuffer, byte[]> encoder = ByteBuffer::array;

    @BeforeEach
    void hexIsLittleEndian() {
        assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN, "the bytes are little-endian");
    }

    private static byte[] changed(byte[] bytes, int at, int value) {
        byte[] changed = bytes.clone();
        changed[at] = (byte) value;
        return changed;
    }

    private static AssertionFailedError failure(Runnable check) {
        AssertionFailedError failure = catchThrowableOfType(AssertionFailedError.class, check::run);
        assertThat(failure).isNotNull();
        return failure;
    }

    @Test
    void aRightCodecPasses() {
        assertThat(NetlinkProperties.roundTrips(ada, decoder, encoder).array()).isEqualTo(ada.bytes());
        assertThat(NetlinkProperties.roundTripsExactly(ada, decoder, encoder).array())
                .isEqualTo(ada.bytes());
        NetlinkProperties.conforms(ada, people.family());
        NetlinkProperties.matchesBytes(ada, ada.bytes());
        NetlinkProperties.decodesOrRejects(people.of("0400"), decoder, MalformedMessageException.class);
    }

    @Test
    void anEncoderThatWritesAnotherValueIsShownWithBothTrees() {
        AssertionFailedError failure =
                failure(() -> NetlinkProperties.roundTrips(ada, decoder, value -> changed(value.array(), 12, 37)));

        assertThat(failure).hasMessage("""
                        person is another value after encoding and decoding
                        first:  java.nio.HeapByteBuffer[pos=0 lim=16 cap=16]
                        again:  java.nio.HeapByteBuffer[pos=0 lim=16 cap=16]
                        the bytes differ, first at byte 12 of 16 (HB_AGE)
                        expected:
                          name "Ada"
                          age 36
                        but was:
                          name "Ada"
                          age 37
                        bytes:
                          0000 expected 08 00 03 00 41 64 61 00 05 00 04 00 24 00 00 00
                               but was  08 00 03 00 41 64 61 00 05 00 04 00 25 00 00 00
                                                                            ^^
                        """);
        assertThat(failure.getExpected().getStringRepresentation()).isEqualTo("name \"Ada\"\nage 36\n");
        assertThat(failure.getActual().getStringRepresentation()).isEqualTo("name \"Ada\"\nage 37\n");
    }

    @Test
    void anEncoderThatBreaksTheMessageIsShownWithTheRefusal() {
        AssertionFailedError failure =
                failure(() -> NetlinkProperties.roundTrips(ada, decoder, value -> changed(value.array(), 8, 4)));

        assertThat(failure)
                .hasMessageStartingWith("person cannot be decoded after it was encoded: "
                        + "io.jnetlink.wire.MalformedMessageException: age: expected 1 bytes, got 0 (at offset 12)");
    }

    @Test
    void anEncoderThatThrowsIsShownWithTheMessage() {
        AssertionFailedError failure = failure(() -> NetlinkProperties.roundTrips(ada, decoder, value -> {
            throw new IllegalStateException("no paper");
        }));

        assertThat(failure)
                .hasMessageContaining("person was decoded, but cannot be encoded")
                .hasMessageContaining("no paper")
                .hasMessageContaining("  name \"Ada\"\n  age 36\n")
                .hasMessageContaining("0000          08 00 03 00 41")
                .hasCauseInstanceOf(IllegalStateException.class);
    }

    @Test
    void aDecoderThatCannotReadAWellFormedMessageFails() {
        assertThatThrownBy(() -> NetlinkProperties.roundTrips(
                        ada,
                        bytes -> {
                            throw new MalformedMessageException("too old", 12);
                        },
                        value -> new byte[0]))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageContaining("person is well-formed, but cannot be decoded")
                .hasMessageContaining("too old (at offset 12)");
    }

    @Test
    void anotherOrderIsNotExact() {
        Function<ByteBuffer, byte[]> backwards = value -> {
            byte[] bytes = value.array();
            return bytes[2] == 4
                    ? bytes
                    : AttributeBytes.joined(Arrays.copyOfRange(bytes, 8, 16), Arrays.copyOf(bytes, 8));
        };
        Function<byte[], Integer> age = bytes -> (int) bytes[bytes[2] == 4 ? 4 : 12];

        NetlinkProperties.roundTrips(ada, age, a -> AttributeBytes.attribute(4, new byte[] {a.byteValue()}));
        assertThatThrownBy(() -> NetlinkProperties.roundTripsExactly(ada, decoder, backwards))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith(
                        "person is not encoded to the bytes it came from, first at byte 0 of 16 (HB_NAME)")
                .hasMessageContaining("but was:\n  age 36\n  name \"Ada\"\n");
    }

    @Test
    void anEncoderThatIsNotStableFails() {
        AtomicInteger count = new AtomicInteger();
        Function<byte[], String> constant = bytes -> "Ada";

        assertThatThrownBy(() -> NetlinkProperties.roundTrips(
                        ada, constant, value -> changed(ada.bytes(), 12, count.incrementAndGet())))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith("person is encoded to other bytes the second time, first at byte 12");
    }

    @Test
    void equalValuesWithOtherHashesFail() {
        /** Equal to all of its kind, with a hash of its own. */
        class Odd {
            @Override
            public boolean equals(Object other) {
                return other instanceof Odd;
            }

            @Override
            public int hashCode() {
                return System.identityHashCode(this);
            }
        }
        Function<byte[], Odd> odd = bytes -> new Odd();

        assertThatThrownBy(() -> NetlinkProperties.roundTrips(ada, odd, value -> ada.bytes()))
                .isInstanceOf(AssertionFailedError.class)
                .hasMessageStartingWith("person: equal values have different hashes");
    }

    @Test
    void aDecoderThatReadsWhatItShouldRefuseFails() {
        WireMessage broken = people.of("08000300 41646100 09000400 24000000");
        MalformedMessage message = new MalformedMessage(MalformedKind.OVERLONG, "age", ada, broken);

        NetlinkProperties.rejectsMalformed(message, decoder);
        assertThat(failure(() -> NetlinkProperties.rejectsMalformed(message, bytes -> "Ada")))
                .hasMessageStartingWith("OVERLONG at age is not refused, but read as Ada")
                .hasMessageContaining("first at byte 8 of 16 (HB_AGE)")
                .hasMessageContaining("malformed 0900040024000000 attribute 4 claims 9 bytes of 8 left");
    }

    @Test
    void aDecoderThatRefusesInTheWrongWayFails() {
        WireMessage broken = people.of("0400");
        MalformedMessage message = new MalformedMessage(MalformedKind.TRUNCATED, "", ada, broken);
        Function<byte[], Byte> hasty = bytes -> bytes[12];

        assertThat(failure(() -> NetlinkProperties.rejectsMalformed(message, hasty)))
                .hasMessageContaining(
                        "is refused by java.lang.ArrayIndexOutOfBoundsException: Index 12 out of bounds for length 2"
                                + " instead of MalformedMessageException");
        assertThat(failure(() -> NetlinkProperties.decodesOrRejects(broken, hasty, MalformedMessageException.class)))
                .hasMessageContaining("ArrayIndexOutOfBoundsException");
        NetlinkProperties.rejectsMalformed(message, hasty, IndexOutOfBoundsException.class);
        NetlinkProperties.decodesOrRejects(broken, hasty, IndexOutOfBoundsException.class);
    }

    @Test
    void kindsAreNotMixedUp() {
        MalformedMessage tolerable = new MalformedMessage(MalformedKind.TRAILING_BYTES, "", ada, people.of(ADA + "00"));
        MalformedMessage rejectable = new MalformedMessage(MalformedKind.TRUNCATED, "", ada, people.of("0400"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> NetlinkProperties.rejectsMalformed(tolerable, decoder))
                .withMessageStartingWith("TRAILING_BYTES is to be tolerated");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> NetlinkProperties.toleratesMalformed(rejectable, decoder, encoder))
                .withMessageStartingWith("TRUNCATED is to be refused");
    }

    @Test
    void whatIsToBeToleratedMayNotBeRefused() {
        MalformedMessage message =
                new MalformedMessage(MalformedKind.UNKNOWN_ATTRIBUTE, "", ada, people.of(ADA + "04006300"));

        NetlinkProperties.toleratesMalformed(message, decoder, encoder);
        assertThat(failure(() -> NetlinkProperties.toleratesMalformed(
                        message,
                        bytes -> {
                            throw new MalformedMessageException("what is 99", 16);
                        },
                        value -> new byte[0])))
                .hasMessageContaining("UNKNOWN_ATTRIBUTE calls for KEEP, but is refused")
                .hasMessageContaining("what is 99");
    }

    @Test
    void theLastOfTwoCounts() {
        WireMessage twice = people.of("05000400 03000000" + ADA);
        MalformedMessage message = new MalformedMessage(MalformedKind.DUPLICATED, "age", ada, twice);
        Function<byte[], Integer> first = bytes -> (int) bytes[bytes.length == 24 ? 4 : 12];
        Function<byte[], Integer> last = bytes -> (int) bytes[bytes.length - 4];
        Function<Integer, byte[]> age = a -> AttributeBytes.attribute(4, new byte[] {a.byteValue()});

        NetlinkProperties.toleratesMalformed(message, last, age);
        assertThat(failure(() -> NetlinkProperties.toleratesMalformed(message, first, age)))
                .hasMessageContaining("DUPLICATED at age calls for LAST_WINS\nexpected: 36\nbut was:  3\n");
    }

    @Test
    void valuesOutOfRangeAreTheSendersOwn() {
        WireMessage old = people.of("05000400 ff000000");
        MalformedMessage message = new MalformedMessage(MalformedKind.OUT_OF_RANGE, "age", ada, old);

        assertThatCode(() -> NetlinkProperties.toleratesMalformed(message, (byte[] bytes) -> 255, age -> new byte[0]))
                .doesNotThrowAnyException();
    }

    @Test
    void nonconformingMessagesAreListedFaultByFault() {
        WireMessage wrong = people.of("04000000 05000400 c8000000 05000480 01000000 0000");

        assertThat(failure(() -> NetlinkProperties.conforms(wrong, people.family())))
                .hasMessageStartingWith("""
                        person is not as its spec says:
                          0: is not in person (UNKNOWN_ATTRIBUTE at offset 0)
                          age: 200 is out of range (OUT_OF_RANGE at offset 4)
                          age: has the nested bit (WRONG_NEST_FLAG at offset 12)
                          age: stands twice (DUPLICATED at offset 12)
                          2 bytes behind the last attribute (TRAILING_BYTES at offset 20)
                        """);
    }

    @Test
    void goldenBytesAreComparedRowByRow() {
        byte[] longer = AttributeBytes.joined(changed(ada.bytes(), 4, 'I'), new byte[] {4, 0, 9, 0});

        assertThat(failure(() -> NetlinkProperties.matchesBytes(ada, longer)))
                .hasMessage("""
                        person is not encoded to the golden bytes, first at byte 4 of 16 (HB_NAME)
                        expected:
                          name "Ada"
                          age 36
                        but was:
                          name "Ida"
                          age 36
                          9\s
                        bytes:
                          0000 expected 08 00 03 00 41 64 61 00 05 00 04 00 24 00 00 00
                               but was  08 00 03 00 49 64 61 00 05 00 04 00 24 00 00 00
                                                    ^^
                          0010 expected\s
                               but was  04 00 09 00
                                        ^^ ^^ ^^ ^^
                        """.replace("9 \nbytes", "9\nbytes"));
    }
}
