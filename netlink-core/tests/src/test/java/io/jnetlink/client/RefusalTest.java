package io.jnetlink.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jnetlink.NetlinkException;
import io.jnetlink.links.Link;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.sys.Errno;
import io.jnetlink.wire.AttributeHeader;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.RawAttribute;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a kernel's no becomes an exception. */
class RefusalTest {

    /** Offsets in the message: 32 IFLA_IFNAME, 40 IFLA_LINKINFO, 44 kind, 56 data, 60 VNI, 68 port. */
    private static final Link VXLAN =
            Link.builder().name("cc").vxlan(1 << 24, 4789).build();

    private static final String TOO_HIGH = "VXLAN ID must be lower than 16777216";

    @ParameterizedTest
    @CsvSource({
        "EEXIST, AlreadyExistsException",
        "ENODEV, NotFoundException",
        "ENOENT, NotFoundException",
        "ESRCH, NotFoundException",
        "ENXIO, NotFoundException",
        "EBUSY, BusyException",
        "EPERM, PermissionDeniedException",
        "EACCES, PermissionDeniedException",
        "EOPNOTSUPP, UnsupportedException",
        "EAFNOSUPPORT, UnsupportedException",
        "EPROTONOSUPPORT, UnsupportedException",
        "EINVAL, KernelRejectedException",
        "ERANGE, KernelRejectedException",
        "EADDRINUSE, KernelRejectedException",
        "ENOBUFS, KernelRejectedException"
    })
    void callersCanBranchOnTheType(String errno, String type) {
        Errno expected = Errno.named(errno).orElseThrow();

        KernelRejectedException refusal = refusal(expected.number(), ack -> {});

        assertThat(refusal.getClass().getSimpleName()).isEqualTo(type);
        assertThat(refusal.errno()).isEqualTo(expected);
        assertThat(refusal).isInstanceOf(NetlinkException.class).hasMessageStartingWith("newlink: " + errno + " (");
    }

    @Test
    void anErrorWithoutFurtherWordsHasNone() {
        KernelRejectedException refusal = refusal(Errno.EINVAL, ack -> {});

        assertThat(refusal.kernelMessage()).isEmpty();
        assertThat(refusal.attributePath()).isEmpty();
        assertThat(refusal.extendedAck().offset()).isEmpty();
        assertThat(refusal.extendedAck().cookie()).isEmpty();
        assertThat(refusal.extendedAck().policy()).isEmpty();
        assertThat(refusal.extendedAck().missingType()).isEmpty();
        assertThat(refusal.extendedAck().missingNest()).isEmpty();
        assertThat(refusal).hasMessage("newlink: EINVAL (Invalid argument)");
    }

    @Test
    void errorNumbersWithoutANameAreShownAsNumbers() {
        KernelRejectedException refusal = refusal(1234, ack -> {});

        assertThat(refusal.errno().number()).isEqualTo(1234);
        assertThat(refusal.errno().name()).isEqualTo("1234");
        assertThat(refusal(524, ack -> {}).errno().number()).isEqualTo(524);
    }

    @Test
    void theKernelsSentenceAndTheAttributeAtFaultAreNamed() {
        KernelRejectedException refusal = refusal(Errno.ERANGE, textAndOffset(60));

        assertThat(refusal.kernelMessage()).contains(TOO_HIGH);
        assertThat(refusal.extendedAck().offset()).isEqualTo(OptionalInt.of(60));
        assertThat(refusal.attributePath()).hasToString("Optional[IFLA_LINKINFO.IFLA_INFO_DATA.IFLA_VXLAN_ID]");
        assertThat(refusal)
                .hasMessage("newlink: ERANGE (Numerical result out of range): " + TOO_HIGH
                        + " [IFLA_LINKINFO.IFLA_INFO_DATA.IFLA_VXLAN_ID]");
    }

    @Test
    void theRefusedRequestIsShown() {
        assertThat(refusal(Errno.ERANGE, textAndOffset(60)).request()).isEqualTo("""
                        ifinfomsg
                          family 0
                          type 0
                          index 0
                          flags <>
                          change 0x0
                        ifname "cc"
                        linkinfo
                          kind "vxlan"
                          data
                            id 16777216
                            port 4789
                        """);
    }

    @Test
    void anErrorThatRepeatsTheWholeRequestSaysTheSame() {
        KernelRejectedException refusal =
                refused(VXLAN, r -> KernelMessages.to(r).uncappedError(Errno.ERANGE, bytes(r), textAndOffset(60)));

        assertThat(refusal.kernelMessage()).contains(TOO_HIGH);
        assertThat(refusal.attributePath()).hasToString("Optional[IFLA_LINKINFO.IFLA_INFO_DATA.IFLA_VXLAN_ID]");
    }

    @Test
    void aRepeatedRequestOfOddLengthIsPadded() {
        KernelRejectedException refusal = refused(VXLAN, r -> {
            byte[] odd = java.util.Arrays.copyOf(bytes(r), 61);
            ByteBuffer.wrap(odd).order(ByteOrder.nativeOrder()).putInt(0, 61);
            return KernelMessages.to(r).uncappedError(Errno.ERANGE, odd, textAndOffset(60));
        });

        assertThat(refusal.kernelMessage()).contains(TOO_HIGH);
        assertThat(refusal.extendedAck().offset()).hasValue(60);
    }

    @Test
    void aRepeatedRequestWithoutFurtherWordsIsNoText() {
        KernelRejectedException refusal =
                refused(VXLAN, r -> KernelMessages.to(r).uncappedError(Errno.EINVAL, bytes(r), ack -> {}));

        assertThat(refusal.kernelMessage()).isEmpty();
        assertThat(refusal.errno().number()).isEqualTo(Errno.EINVAL);
    }

    @ParameterizedTest
    @CsvSource({"0", "15", "16", "33", "62", "70", "76", "5000", "2147483647"})
    void anOffsetAtWhichNoAttributeStartsIsNoPath(int offset) {
        KernelRejectedException refusal = refusal(Errno.ERANGE, textAndOffset(offset));

        assertThat(refusal.extendedAck().offset()).hasValue(offset);
        assertThat(refusal.attributePath()).isEmpty();
        assertThat(refusal).hasMessage("newlink: ERANGE (Numerical result out of range): " + TOO_HIGH);
    }

    @Test
    void aMissingAttributeIsNamed() {
        KernelRejectedException refusal =
                refusal(Errno.EINVAL, KernelMessages.number(KernelMessages.EXTACK_MISSING_TYPE, 4));

        assertThat(refusal.extendedAck().missingType()).hasValue(4);
        assertThat(refusal.attributePath()).hasToString("Optional[IFLA_MTU]");
        assertThat(refusal).hasMessage("newlink: EINVAL (Invalid argument) [missing IFLA_MTU]");
    }

    @Test
    void anAttributeMissingInANestIsNamedWithItsNest() {
        KernelRejectedException refusal = refusal(
                Errno.EINVAL,
                KernelMessages.number(KernelMessages.EXTACK_MISSING_TYPE, 15)
                        .andThen(KernelMessages.number(KernelMessages.EXTACK_MISSING_NEST, 56)));

        assertThat(refusal.extendedAck().missingNest()).hasValue(56);
        assertThat(refusal)
                .hasMessage(
                        "newlink: EINVAL (Invalid argument) [missing IFLA_LINKINFO.IFLA_INFO_DATA.IFLA_VXLAN_PORT]");
    }

    @Test
    void missingAttributesWithoutANameAreNumbers() {
        assertThat(refusal(Errno.EINVAL, KernelMessages.number(KernelMessages.EXTACK_MISSING_TYPE, 300)))
                .hasMessageEndingWith("[missing 300]");
        Consumer<MessageWriter> wrongNest = KernelMessages.number(KernelMessages.EXTACK_MISSING_TYPE, 4)
                .andThen(KernelMessages.number(KernelMessages.EXTACK_MISSING_NEST, 57));
        assertThat(refusal(Errno.EINVAL, wrongNest).attributePath()).isEmpty();
    }

    @Test
    void theAllowedRangeIsTold() {
        KernelRejectedException refusal = refusal(
                Errno.ERANGE,
                KernelMessages.number(KernelMessages.EXTACK_OFFSET, 68).andThen(policy(p -> {
                    p.putU32(1, 2, ByteOrder.nativeOrder());
                    p.putU64(4, 1, ByteOrder.nativeOrder());
                    p.putU64(5, 65_535, ByteOrder.nativeOrder());
                })));

        AttributePolicy policy = refusal.extendedAck().policy().orElseThrow();
        assertThat(policy.type()).hasValue(2);
        assertThat(policy.minimum()).isEqualTo(OptionalLong.of(1));
        assertThat(policy.maximum()).hasValue(65_535);
        assertThat(refusal)
                .hasMessage("newlink: ERANGE (Numerical result out of range)"
                        + " [IFLA_LINKINFO.IFLA_INFO_DATA.IFLA_VXLAN_PORT]; allowed: 1..65535");
    }

    @Test
    void policiesOfEveryKindAreTold() {
        assertThat(refusal(Errno.EINVAL, policy(p -> {
                    p.putU64(2, -5, ByteOrder.nativeOrder());
                    p.putU64(3, 5, ByteOrder.nativeOrder());
                })))
                .hasMessageEndingWith("; allowed: -5..5");
        assertThat(refusal(Errno.EINVAL, policy(p -> p.putU64(5, -1, ByteOrder.nativeOrder()))))
                .hasMessageEndingWith("; allowed: 0..18446744073709551615");
        assertThat(refusal(Errno.EINVAL, policy(p -> p.putU64(12, 3, ByteOrder.nativeOrder()))))
                .hasMessageEndingWith("; allowed bits: 0x3");
        assertThat(refusal(Errno.EINVAL, policy(p -> p.putU32(10, 6, ByteOrder.nativeOrder()))))
                .hasMessageEndingWith("; allowed bits: 0x6");
        assertThat(refusal(Errno.EINVAL, policy(p -> p.putU32(7, 16, ByteOrder.nativeOrder()))))
                .hasMessageEndingWith("; allowed: 0..16 bytes");
        assertThat(refusal(Errno.EINVAL, policy(p -> p.putU32(6, 4, ByteOrder.nativeOrder()))))
                .hasMessageEndingWith("; allowed: 4 or more bytes");
        assertThat(refusal(Errno.EINVAL, policy(p -> p.putU32(1, 4, ByteOrder.nativeOrder()))))
                .hasMessage("newlink: EINVAL (Invalid argument)");
    }

    @Test
    void aCookieIsHandedOutAsACopy() {
        ExtendedAck ack = refusal(Errno.EINVAL, a -> a.putBytes(KernelMessages.EXTACK_COOKIE, new byte[] {1, 2, 3}))
                .extendedAck();

        ack.cookie().orElseThrow()[0] = 9;
        assertThat(ack.cookie()).hasValueSatisfying(c -> assertThat(c).containsExactly(1, 2, 3));
    }

    @Test
    void unknownAndShortPartsOfAnExtendedAckArePassedOver() {
        KernelRejectedException refusal = refusal(Errno.EINVAL, ack -> {
            ack.putBytes(77, new byte[5]);
            ack.putBytes(KernelMessages.EXTACK_OFFSET, new byte[3]);
            ack.putText(KernelMessages.EXTACK_MESSAGE, "no NUL behind", false);
        });

        assertThat(refusal.extendedAck().offset()).isEmpty();
        assertThat(refusal.kernelMessage()).contains("no NUL behind");
    }

    @Test
    void theAttributeMayBeOneThatTheSpecDoesNotName() {
        Link link = Link.builder()
                .name("cc")
                .raw(new RawAttribute(200 | AttributeHeader.NESTED, new byte[4]))
                .build();

        KernelRejectedException refusal =
                refused(link, r -> KernelMessages.to(r).error(Errno.EINVAL, textAndOffset(40)));

        assertThat(refusal.attributePath()).hasToString("Optional[200]");
        assertThat(refusal.request()).endsWith("ifname \"cc\"\n200 00000000\n");
    }

    private static Consumer<MessageWriter> textAndOffset(int offset) {
        return KernelMessages.text(TOO_HIGH).andThen(KernelMessages.number(KernelMessages.EXTACK_OFFSET, offset));
    }

    private static Consumer<MessageWriter> policy(Consumer<MessageWriter> content) {
        return ack -> {
            int mark = ack.begin(KernelMessages.EXTACK_POLICY | AttributeHeader.NESTED);
            content.accept(ack);
            ack.end(mark);
        };
    }

    private static KernelRejectedException refusal(int errno, Consumer<MessageWriter> extendedAck) {
        return refused(VXLAN, r -> KernelMessages.to(r).error(errno, extendedAck));
    }

    private static KernelRejectedException refused(Link link, ClientFixture.Datagram answer) {
        try (ClientFixture fixture = ClientFixture.open().answer(answer)) {
            return catchThrowableOfType(
                    KernelRejectedException.class, () -> fixture.client().acknowledge(LinkFamily.create(link)));
        }
    }

    private static byte[] bytes(ByteBuffer request) {
        byte[] bytes = new byte[request.remaining()];
        request.duplicate().get(bytes);
        return bytes;
    }
}
