package io.jnetlink.observe;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.links.Link;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.schema.AttributeKind;
import io.jnetlink.schema.AttributeSchema;
import io.jnetlink.schema.FamilySchema;
import io.jnetlink.schema.OperationSchema;
import io.jnetlink.sys.Errno;
import io.jnetlink.wire.MessageFlags;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.nio.ByteOrder;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MessageDescriberTest {

    private static final int CONTROLLER = 0x10;
    private static final int FAMILY_ID = 0x1c;

    private static final FamilySchema SHED = FamilySchema.generic("shed")
            .set("shed-attrs", AttributeSchema.of(1, "name", "SHED_A_NAME", AttributeKind.STRING))
            .operation(new OperationSchema("tool-get", 1, 2, null, "shed-attrs"))
            .operation(new OperationSchema("tool-set", 2, -1, null, "shed-attrs"))
            .operation(new OperationSchema("tool-del", 3, -1, null, "shed-attrs"))
            .build();

    private final MessageDescriber links = MessageDescriber.of(LinkFamily.FAMILY);
    private final MessageDescriber generic = MessageDescriber.of(SHED);

    private static MessageDescription describe(MessageDescriber describer, MessageDirection direction, byte[] message) {
        return describer.describe(direction, NetlinkBuffer.wrap(message), 0, message.length);
    }

    private MessageDescription sent(byte[] message) {
        return describe(links, MessageDirection.TO_KERNEL, message);
    }

    private MessageDescription received(byte[] message) {
        return describe(links, MessageDirection.FROM_KERNEL, message);
    }

    @Test
    void aRequestIsItsHeaderAndATree() {
        Link vxlan = Link.builder().name("vx0").vxlan(42, 4789).build();
        byte[] message = Messages.message(
                Messages.NEWLINK,
                MessageFlags.REQUEST | MessageFlags.ACK | MessageFlags.CREATE | MessageFlags.EXCL,
                0,
                vxlan::writeTo);

        assertThat(sent(message).toText()).isEqualTo("""
                        newlink request|ack|excl|create seq 7 port 0, 76 bytes
                          ifinfomsg
                            family 0
                            type 0
                            index 0
                            flags <>
                            change 0x0
                          ifname "vx0"
                          linkinfo
                            kind "vxlan"
                            data
                              id 42
                              port 4789""");
        assertThat(sent(message).toString())
                .startsWith("newlink request|ack|excl|create seq 7 port 0, 76 bytes {ifinfomsg: {family: 0,")
                .endsWith("linkinfo: {kind: \"vxlan\", data: {id: 42, port: 4789}}}");
    }

    @ParameterizedTest
    @CsvSource({
        "16, 0x005, newlink request|ack",
        "16, 0x901, newlink request|replace|append",
        "16, 0x032, newlink multi|dump-intr|dump-filtered",
        "16, 0x8040, newlink 0x8040",
        "17, 0x305, dellink request|ack|nonrec|bulk",
        "17, 0x409, dellink request|echo|0x400",
        "18, 0x301, getlink request|dump",
        "18, 0x101, getlink request|root",
        "18, 0x601, getlink request|match|atomic",
        "16, 0, newlink",
        "99, 0x301, type 99 request|0x300",
        "1, 0, noop",
        "4, 0, overrun",
        "7, 0, type 7"
    })
    void flagsAreNamedByTheKindOfTheMessage(int type, String flags, String head) {
        byte[] message = Messages.message(type, Integer.decode(flags), 0, out -> {});

        assertThat(sent(message).headLine()).isEqualTo(head + " seq 7 port 0, 16 bytes");
    }

    @Test
    void whatNoFamilyKnowsIsShownInHexadecimal() {
        byte[] message = Messages.message(
                99, 0, 0xffff_fffeL, out -> out.append(NetlinkBuffer.wrap(new byte[] {1, 2, 3, 4}), 0, 4));

        assertThat(received(message).toText()).isEqualTo("type 99 seq 7 port 4294967294, 20 bytes\n  bytes 01020304");
        assertThat(received(Messages.message(99, 0, 0, out -> {})).toText())
                .isEqualTo("type 99 seq 7 port 0, 16 bytes");
    }

    @Test
    void anAcknowledgementNamesItsRequest() {
        byte[] request = Messages.link(Messages.NEWLINK, MessageFlags.REQUEST);

        assertThat(received(Messages.error(0, MessageFlags.CAPPED, request, MessageHeader.SIZE, out -> {}))
                        .toText())
                .isEqualTo("ack capped seq 7 port 4242, 36 bytes\n  of newlink seq 7, 40 bytes");
    }

    @Test
    void aRefusalShowsWhatTheKernelSaid() {
        byte[] request = Messages.link(Messages.NEWLINK, MessageFlags.REQUEST);
        Consumer<MessageWriter> said = out -> {
            out.putText(1, "no such luck", true);
            out.putU32(2, 32, ByteOrder.nativeOrder());
            int policy = out.begin(4);
            out.putU32(1, 3, ByteOrder.nativeOrder());
            out.end(policy);
        };
        int flags = MessageFlags.CAPPED | MessageFlags.ACK_TLVS;

        assertThat(received(Messages.error(Errno.EEXIST, flags, request, MessageHeader.SIZE, said))
                        .toText())
                .isEqualTo("""
                        error EEXIST (File exists) capped|ack-tlvs seq 7 port 4242, 76 bytes
                          of newlink seq 7, 40 bytes
                          message "no such luck"
                          offset 32
                          policy
                            type 3""");
    }

    @Test
    void aRequestThatIsRepeatedInFullIsShownInFull() {
        byte[] request = Messages.link(Messages.NEWLINK, MessageFlags.REQUEST);
        byte[] error = Messages.error(
                Errno.EPERM, MessageFlags.ACK_TLVS, request, request.length, out -> out.putText(1, "no", true));

        assertThat(received(error).toText())
                .contains("  request\n    ifinfomsg\n")
                .contains("\n    ifname \"a1\"\n  message \"no\"")
                .startsWith("error EPERM (Operation not permitted) ack-tlvs seq 7 port 4242, ");
    }

    @Test
    void aBrokenErrorMessageIsShownAsFarAsItGoes() {
        assertThat(received(Messages.message(MessageHeader.ERROR, 0, 0, out -> {}))
                        .toText())
                .isEqualTo("ack seq 7 port 0, 16 bytes");
        assertThat(received(Messages.message(MessageHeader.ERROR, MessageFlags.ACK_TLVS, 0, out -> {
                            out.buffer().putU32(out.appendZeros(12), -Errno.EBUSY);
                        }))
                        .toText())
                .isEqualTo("error EBUSY (Device or resource busy) ack-tlvs seq 7 port 0, 28 bytes");
        byte[] nested = Messages.message(MessageHeader.ERROR, 0, 0, out -> {
            int at = out.appendZeros(Integer.BYTES + MessageHeader.SIZE);
            MessageHeader.put(out.buffer(), at + Integer.BYTES, 36, MessageHeader.ERROR, 0, 7, 0);
        });
        assertThat(received(nested).toText()).isEqualTo("ack seq 7 port 0, 36 bytes");
    }

    @Test
    void theEndOfADump() {
        assertThat(received(Messages.message(MessageHeader.DONE, MessageFlags.MULTI, 0, out -> out.appendZeros(4)))
                        .toText())
                .isEqualTo("done multi seq 7 port 0, 20 bytes");
        byte[] failed = Messages.message(MessageHeader.DONE, MessageFlags.MULTI | MessageFlags.ACK_TLVS, 0, out -> {
            out.buffer().putU32(out.appendZeros(4), -Errno.EINVAL);
            out.putText(1, "odd filter", true);
        });
        assertThat(received(failed).toText()).isEqualTo("""
                        done with EINVAL (Invalid argument) multi|ack-tlvs seq 7 port 0, 36 bytes
                          message "odd filter\"""");
    }

    @Test
    void aGenericFamilyIsKnownOnceTheControllerHasToldItsNumber() {
        byte[] request = genericMessage(FAMILY_ID, 1, "rake");

        assertThat(describe(generic, MessageDirection.TO_KERNEL, request).name())
                .isEqualTo("type 28 command 1");
        describe(generic, MessageDirection.FROM_KERNEL, newFamily("shed", FAMILY_ID));
        assertThat(describe(generic, MessageDirection.TO_KERNEL, request).toText())
                .isEqualTo("shed tool-get request seq 7 port 0, 32 bytes\n  name \"rake\"");
    }

    @Test
    void genericRepliesAreNumberedApartFromRequests() {
        generic.learn("shed", FAMILY_ID);
        byte[] two = genericMessage(FAMILY_ID, 2, "rake");

        assertThat(describe(generic, MessageDirection.TO_KERNEL, two).name()).isEqualTo("shed tool-set");
        assertThat(describe(generic, MessageDirection.FROM_KERNEL, two).name()).isEqualTo("shed tool-get");
        assertThat(describe(generic, MessageDirection.FROM_KERNEL, genericMessage(FAMILY_ID, 9, "rake"))
                        .toString())
                .startsWith("shed command 9 request seq 7 port 0, 32 bytes {bytes: 09010000");
    }

    @Test
    void genericFlagsFollowTheWordsOfTheOperation() {
        generic.learn("shed", FAMILY_ID);

        assertThat(genericFlags(1, 0x301)).containsExactly("request", "dump");
        assertThat(genericFlags(2, 0x301)).containsExactly("request", "replace", "excl");
        assertThat(genericFlags(3, 0x301)).containsExactly("request", "nonrec", "bulk");
    }

    private List<String> genericFlags(int command, int flags) {
        byte[] message =
                Messages.message(FAMILY_ID, flags, 0, out -> out.buffer().putU8(out.appendZeros(4), command));
        return describe(generic, MessageDirection.TO_KERNEL, message).flags();
    }

    @Test
    void aGenericMessageWithoutItsHeaderIsNamedByItsFamily() {
        byte[] stump = Messages.message(FAMILY_ID, 0, 0, out -> {});

        assertThat(describe(generic, MessageDirection.TO_KERNEL, stump).name()).isEqualTo("type 28");
        assertThat(describe(generic.learn("shed", FAMILY_ID), MessageDirection.TO_KERNEL, stump)
                        .name())
                .isEqualTo("shed");
    }

    @Test
    void theControllerIsOnlyBelievedWhenItSpeaksForItself() {
        describe(generic, MessageDirection.TO_KERNEL, newFamily("shed", FAMILY_ID));
        describe(generic, MessageDirection.FROM_KERNEL, genericMessage(CONTROLLER, 1, "broken"));

        assertThat(describe(generic, MessageDirection.TO_KERNEL, genericMessage(FAMILY_ID, 1, "x"))
                        .name())
                .isEqualTo("type 28 command 1");
    }

    @Test
    void familiesOfSeveralProtocolsDoNotMix() {
        assertThatThrownBy(() -> MessageDescriber.of(LinkFamily.FAMILY, SHED))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("families of several netlink protocols: [link, shed]");
        assertThat(describe(MessageDescriber.of(), MessageDirection.TO_KERNEL, Messages.link(Messages.NEWLINK, 0))
                        .name())
                .isEqualTo("type 16");
    }

    private static byte[] genericMessage(int type, int command, String name) {
        return Messages.message(type, MessageFlags.REQUEST, 0, out -> {
            int header = out.appendZeros(4);
            out.buffer().putU8(header, command);
            out.buffer().putU8(header + 1, 1);
            out.putText(1, name, true);
        });
    }

    private static byte[] newFamily(String name, int id) {
        return Messages.message(CONTROLLER, 0, 0, out -> {
            out.buffer().putU8(out.appendZeros(4), 1);
            out.putText(2, name, true);
            out.putU16(1, id, ByteOrder.nativeOrder());
        });
    }
}
