package io.jnetlink.observe;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.links.LinkFamily;
import io.jnetlink.schema.FamilySchema;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.NetlinkBuffer;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

/** Whoever only looks on must not fall over what it sees. */
class MessageDescriberProperties {

    private static final FamilySchema CONTROLLER =
            FamilySchema.generic("nlctrl").set("attrs").build();

    @Property
    void anyBytesAreDescribed(
            @ForAll @Size(min = 16, max = 120) byte[] message,
            @ForAll @IntRange(max = 20) int type,
            @ForAll MessageDirection direction) {
        NetlinkBuffer buffer = NetlinkBuffer.wrap(message);
        buffer.putU16(4, type);

        for (FamilySchema family : new FamilySchema[] {LinkFamily.FAMILY, CONTROLLER}) {
            MessageDescription description = MessageDescriber.of(family).describe(direction, buffer, 0, message.length);
            assertThat(description.toText()).startsWith(description.headLine());
            assertThat(description.sequence()).isEqualTo(MessageHeader.sequence(buffer, 0));
        }
    }
}
