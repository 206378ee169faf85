package io.jnetlink.message;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.schema.FamilySchema;
import io.jnetlink.schema.MessageSchema;
import io.jnetlink.wire.AttributeCursor;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import io.jnetlink.wire.RawAttribute;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Assume;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Whatever the family and whatever the bytes: nothing ends otherwise than it should. */
class MessageProperties {

    @Provide
    Arbitrary<FamilySchema> families() {
        return MessageArbitraries.families();
    }

    @Provide
    Arbitrary<NetlinkBuffer> buffers() {
        return MessageArbitraries.buffers();
    }

    @Property(tries = 1000)
    void checkingEndsWellOrAsMalformed(
            @ForAll("families") FamilySchema family, @ForAll("buffers") NetlinkBuffer buffer) {
        MessageSchema message = family.message("struct0", "set0");
        try {
            MessageValidator.check(message, buffer, 0, buffer.capacity());
        } catch (MalformedMessageException e) {
            assertThat(e.offset()).isBetween(0, buffer.capacity());
            assertThat(e).hasMessageContaining(" (at offset " + e.offset() + ")");
        }
    }

    @Property(tries = 1000)
    void showingNeverFails(@ForAll("families") FamilySchema family, @ForAll("buffers") NetlinkBuffer buffer) {
        MessageField shown = MessageDissector.body(family.message("struct0", "set0"), buffer, 0, buffer.capacity());

        assertThat(shown.toLine()).doesNotContain("\n");
        assertThat(shown.toTree().lines()).allMatch(line -> !line.isBlank());
    }

    @Property(maxDiscardRatio = 50)
    void whatTheCheckAcceptsIsNotShownAsMalformed(
            @ForAll("families") FamilySchema family, @ForAll("buffers") NetlinkBuffer buffer) {
        MessageSchema message = family.message("struct0", "set0");
        Assume.that(isWellFormed(message, buffer));

        assertThat(MessageDissector.body(message, buffer, 0, buffer.capacity()).toLine())
                .doesNotContain("malformed");
    }

    @Property(tries = 200)
    void lookingForAnOffsetNeverFails(
            @ForAll("families") FamilySchema family, @ForAll("buffers") NetlinkBuffer buffer) {
        MessageSchema message = family.message("struct0", "set0");
        for (int target = -1; target <= buffer.capacity() + 1; target++) {
            Optional<AttributePath> path = AttributePath.find(message, buffer, 0, buffer.capacity(), target);
            assertThat(path.map(p -> p.names().isEmpty())).isNotEqualTo(Optional.of(true));
            assertThat(AttributePath.missing(message, buffer, 0, buffer.capacity(), target, 1)
                            .isPresent())
                    .isEqualTo(path.isPresent());
        }
    }

    @Property(maxDiscardRatio = 50)
    void everyOutermostAttributeIsFoundByItsHeader(
            @ForAll("families") FamilySchema family, @ForAll("buffers") NetlinkBuffer buffer) {
        MessageSchema message = family.message(null, "set0");
        Assume.that(isWellFormed(message, buffer));
        AttributeCursor cursor = new AttributeCursor().wrap(buffer, 0, buffer.capacity());

        while (cursor.next()) {
            assertThat(AttributePath.find(message, buffer, 0, buffer.capacity(), cursor.offset()))
                    .hasValueSatisfying(path -> assertThat(path.names()).hasSize(1));
        }
    }

    @Property
    void readingABrokenListEndsAsMalformed(@ForAll("buffers") NetlinkBuffer buffer) {
        try {
            DemoAttributes link = DemoAttributes.link(buffer);
            assertThat(link.length()).isBetween(buffer.capacity() - 3, buffer.capacity());
            assertThat(link.toString()).startsWith("{").endsWith("}");
            assertThat(link.unknown()).allMatch(a -> DemoFamily.LINK.byNumber(a.type()) == null);
        } catch (MalformedMessageException e) {
            assertThat(e.path()).isEmpty();
        }
    }

    @Property(maxDiscardRatio = 50)
    void meaningSurvivesShufflingAndFlagBits(@ForAll("buffers") NetlinkBuffer buffer, @ForAll Random random) {
        Assume.that(isWellFormed(DemoFamily.LINK.family().message(null, "link-attrs"), buffer));
        DemoAttributes link = DemoAttributes.link(buffer);
        Assume.that(buffer.hostOrder() == ByteOrder.nativeOrder());
        List<RawAttribute> attributes = attributesOf(link);
        Collections.shuffle(attributes, random);
        // Order stays among those of one number.
        List<RawAttribute> sorted = new ArrayList<>(attributesOf(link));
        sorted.sort(Comparator.comparingInt(
                a -> attributes.stream().map(RawAttribute::type).toList().indexOf(a.type())));
        MessageWriter out = MessageWriter.onHeap();
        sorted.forEach(a -> out.putBytes(a.rawType() ^ random.nextInt(4) << 14, a.payload()));

        DemoAttributes shuffled = DemoAttributes.link(NetlinkBuffer.wrap(out.toByteArray()));

        assertThat(shuffled).isEqualTo(link).hasSameHashCodeAs(link);
    }

    @Property(maxDiscardRatio = 50)
    void whatIsCopiedIntoABuilderComesOutUnchanged(@ForAll("buffers") NetlinkBuffer buffer) {
        Assume.that(isWellFormed(DemoFamily.LINK.family().message(null, "link-attrs"), buffer));
        DemoAttributes link = DemoAttributes.link(buffer);
        DemoBuilder builder = DemoBuilder.link();

        builder.putAll(link);

        byte[] written = builder.writtenBytes();
        NetlinkBuffer copy = NetlinkBuffer.wrap(written, buffer.hostOrder());
        assertThat(copy.matches(0, buffer, 0, link.length())).isTrue();
        assertThat(DemoAttributes.link(copy)).isEqualTo(link);
    }

    private static List<RawAttribute> attributesOf(DemoAttributes list) {
        List<RawAttribute> attributes = new ArrayList<>();
        NetlinkBuffer bytes = NetlinkBuffer.wrap(list.toByteArray());
        AttributeCursor cursor = new AttributeCursor().wrap(bytes, 0, bytes.capacity());
        while (cursor.next()) {
            attributes.add(
                    new RawAttribute(cursor.rawType(), bytes.bytes(cursor.payloadOffset(), cursor.payloadLength())));
        }
        return attributes;
    }

    private static boolean isWellFormed(MessageSchema message, NetlinkBuffer buffer) {
        try {
            MessageValidator.check(message, buffer, 0, buffer.capacity());
            return true;
        } catch (MalformedMessageException e) {
            return false;
        }
    }
}
