package io.jnetlink.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;

/** Whatever the bytes, a walk ends, stays inside, and goes over each byte once. */
class WalkingProperties {

    /** Bytes that look like attributes now and then: short lengths, zeros, and noise. */
    @Provide
    Arbitrary<byte[]> noise() {
        Arbitrary<Byte> small = Arbitraries.bytes().between((byte) 0, (byte) 24);
        Arbitrary<Byte> any = Arbitraries.bytes();
        Arbitrary<Byte> zero = Arbitraries.just((byte) 0);
        return Arbitraries.frequencyOf(
                        net.jqwik.api.Tuple.of(3, small),
                        net.jqwik.api.Tuple.of(2, zero),
                        net.jqwik.api.Tuple.of(1, any))
                .array(byte[].class)
                .ofMaxSize(200);
    }

    record Part(int type, byte[] payload) {}

    @Provide
    Arbitrary<List<Part>> parts() {
        Arbitrary<byte[]> payload = Arbitraries.bytes().array(byte[].class).ofMaxSize(40);
        return Combinators.combine(Arbitraries.integers().between(0, 0xffff), payload)
                .as(Part::new)
                .list()
                .ofMaxSize(12);
    }

    @Property
    void attributesNeverLeadOutOfTheirList(
            @ForAll("noise") byte[] bytes,
            @ForAll @IntRange(max = 8) int before,
            @ForAll @IntRange(max = 8) int behind) {
        int start = Math.min(before, bytes.length);
        int end = Math.max(start, bytes.length - behind);
        AttributeCursor cursor = new AttributeCursor().wrap(NetlinkBuffer.wrap(bytes), start, end - start);
        int expected = start;
        try {
            while (cursor.next()) {
                assertThat(cursor.offset()).isEqualTo(expected);
                assertThat(cursor.payloadOffset()).isEqualTo(expected + 4);
                assertThat(cursor.payloadLength()).isNotNegative();
                assertThat(cursor.payloadOffset() + cursor.payloadLength()).isLessThanOrEqualTo(end);
                assertThat(cursor.type()).isBetween(0, AttributeHeader.TYPE_MASK);
                expected += MessageHeader.align(4 + cursor.payloadLength());
            }
            assertThat(end - expected).isLessThan(4);
        } catch (MalformedMessageException e) {
            assertThat(e.offset()).isEqualTo(expected);
        }
    }

    @Property
    void messagesNeverLeadOutOfTheirDatagram(@ForAll("noise") byte[] bytes, @ForAll @IntRange(max = 8) int before) {
        int start = Math.min(before, bytes.length);
        NetlinkBuffer buffer = NetlinkBuffer.wrap(bytes, ByteOrder.BIG_ENDIAN);
        MessageReader reader = new MessageReader().wrap(buffer, start, bytes.length - start);
        int expected = start;
        try {
            while (reader.next()) {
                assertThat(reader.offset()).isEqualTo(expected);
                assertThat(reader.bodyLength()).isNotNegative();
                assertThat(reader.bodyOffset() + reader.bodyLength()).isLessThanOrEqualTo(bytes.length);
                expected += MessageHeader.align(reader.length());
            }
            assertThat(expected).isGreaterThanOrEqualTo(bytes.length);
        } catch (MalformedMessageException e) {
            assertThat(e.offset()).isEqualTo(expected);
        }
    }

    @Property
    void whatIsWrittenIsReadAgain(@ForAll("parts") List<Part> parts, @ForAll boolean direct) {
        MessageWriter out = direct ? MessageWriter.direct(1) : MessageWriter.onHeap();
        parts.forEach(part -> out.putBytes(part.type(), part.payload()));

        List<RawAttribute> read = new ArrayList<>();
        AttributeCursor cursor = new AttributeCursor().wrap(out.buffer(), 0, out.length());
        while (cursor.next()) {
            read.add(new RawAttribute(
                    cursor.rawType(), out.buffer().bytes(cursor.payloadOffset(), cursor.payloadLength())));
        }

        assertThat(read)
                .isEqualTo(parts.stream()
                        .map(p -> new RawAttribute(p.type(), p.payload()))
                        .toList());
    }

    @Property
    void messagesWrittenOneAfterTheOtherAreReadAgain(@ForAll("parts") List<Part> parts) {
        MessageWriter out = MessageWriter.onHeap();
        for (Part part : parts) {
            int mark = out.beginMessage(part.type(), part.payload().length, part.type() * 0x10001L, 0xffff_ffffL);
            out.append(NetlinkBuffer.wrap(part.payload()), 0, part.payload().length);
            out.endMessage(mark);
        }

        MessageReader reader = new MessageReader().wrap(out.buffer(), 0, out.length());
        for (Part part : parts) {
            assertThat(reader.next()).isTrue();
            assertThat(reader.type()).isEqualTo(part.type());
            assertThat(reader.flags()).isEqualTo(part.payload().length);
            assertThat(reader.sequence()).isEqualTo(part.type() * 0x10001L);
            assertThat(reader.portId()).isEqualTo(0xffff_ffffL);
            assertThat(out.buffer().bytes(reader.bodyOffset(), reader.bodyLength()))
                    .isEqualTo(part.payload());
        }
        assertThat(reader.next()).isFalse();
    }
}
