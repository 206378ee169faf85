package io.jnetlink.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import io.jnetlink.NetlinkException;
import io.jnetlink.links.Link;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.sys.Errno;
import io.jnetlink.wire.AttributeHeader;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.RawAttribute;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
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
        assertThat(refusal.explanation())
                .contains("a value, a length or a combination that this kernel does not take; it gives no reason");
        assertThat(refusal)
                .hasMessage("newlink: EINVAL (Invalid argument); likely: "
                        + refusal.explanation().orElseThrow());
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
                        + " [IFLA_LINKINFO.IFLA_INFO_DATA.IFLA_VXLAN_PORT]; must be 1..65535");
    }

    @Test
    void policiesOfEveryKindAreTold() {
        assertThat(refusal(Errno.EINVAL, policy(p -> {
                    p.putU64(2, -5, ByteOrder.nativeOrder());
                    p.putU64(3, 5, ByteOrder.nativeOrder());
                })))
                .hasMessageEndingWith("; must be -5..5");
        assertThat(refusal(Errno.EINVAL, policy(p -> p.putU64(3, 5, ByteOrder.nativeOrder()))))
                .hasMessageEndingWith("; must be at most 5");
        assertThat(refusal(Errno.EINVAL, policy(p -> p.putU64(2, -5, ByteOrder.nativeOrder()))))
                .hasMessageEndingWith("; must be -5 or more");
        assertThat(refusal(Errno.EINVAL, policy(p -> p.putU64(4, 8, ByteOrder.nativeOrder()))))
                .hasMessageEndingWith("; must be 8 or more");
        assertThat(refusal(Errno.EINVAL, policy(p -> p.putU64(5, -1, ByteOrder.nativeOrder()))))
                .hasMessageEndingWith("; must be 0..18446744073709551615");
        assertThat(refusal(Errno.EINVAL, policy(p -> p.putU64(12, 3, ByteOrder.nativeOrder()))))
                .hasMessageEndingWith("; must have no bits outside 0x3");
        assertThat(refusal(Errno.EINVAL, policy(p -> p.putU32(10, 6, ByteOrder.nativeOrder()))))
                .hasMessageEndingWith("; must have no bits outside 0x6");
        assertThat(refusal(Errno.EINVAL, policy(p -> p.putU32(7, 16, ByteOrder.nativeOrder()))))
                .hasMessageEndingWith("; must have at most 16 bytes");
        assertThat(refusal(Errno.EINVAL, policy(p -> p.putU32(6, 4, ByteOrder.nativeOrder()))))
                .hasMessageEndingWith("; must have 4 or more bytes");
        assertThat(refusal(Errno.EINVAL, policy(p -> {
                    p.putU32(6, 6, ByteOrder.nativeOrder());
                    p.putU32(7, 6, ByteOrder.nativeOrder());
                })))
                .hasMessageEndingWith("; must have 6 bytes");
        assertThat(refusal(Errno.EINVAL, policy(p -> {
                    p.putU32(6, 2, ByteOrder.nativeOrder());
                    p.putU32(7, 6, ByteOrder.nativeOrder());
                })))
                .hasMessageEndingWith("; must have 2..6 bytes");
        assertThat(refusal(Errno.EINVAL, policy(p -> p.putU32(1, 4, ByteOrder.nativeOrder()))))
                .hasMessage("newlink: EINVAL (Invalid argument); must be a u32");
        assertThat(refusal(Errno.EINVAL, policy(p -> p.putU32(1, 99, ByteOrder.nativeOrder()))))
                .hasMessage("newlink: EINVAL (Invalid argument)");
    }

    @Test
    void whatTheKernelSaysNeedsNoExplanation() {
        assertThat(refusal(Errno.EPERM, KernelMessages.text("because")).explanation())
                .isEmpty();
        assertThat(refusal(Errno.EINVAL, KernelMessages.number(KernelMessages.EXTACK_MISSING_TYPE, 4)))
                .hasMessage("newlink: EINVAL (Invalid argument) [missing IFLA_MTU]");
    }

    @ParameterizedTest
    @CsvSource({
        "EPERM, CAP_NET_ADMIN",
        "EACCES, security module",
        "EOPNOTSUPP, a module may not be loaded",
        "ENOTSUPP, driver",
        "EAFNOSUPPORT, address family",
        "EPROTONOSUPPORT, protocol",
        "ENOBUFS, memory",
        "ENOMEM, memory",
        "EMSGSIZE, the answer is longer"
    })
    void numbersThatMeanTheSameForAllFamiliesAreExplained(String errno, String words) {
        int number = Errno.named(errno).orElseThrow().number();

        assertThat(refusal(number, ack -> {}).explanation())
                .hasValueSatisfying(text -> assertThat(text).contains(words));
    }

    @ParameterizedTest
    @CsvSource({"EEXIST", "ENODEV", "EADDRINUSE", "ERANGE", "ENOENT", "EBUSY"})
    void numbersWhoseMeaningDependsOnTheFamilyAreNot(String errno) {
        int number = Errno.named(errno).orElseThrow().number();

        assertThat(refusal(number, ack -> {}).explanation()).isEmpty();
    }

    @Test
    void aDumpIsRefusedForReasonsOfItsOwn() {
        assertThat(refusedDump(r -> KernelMessages.to(r).dumpError(Errno.EBUSY)))
                .hasMessage(
                        "getlink: EBUSY (Device or resource busy); likely: another dump on this socket was not read to"
                                + " its end");
        assertThat(refusedDump(r -> KernelMessages.to(r).done(Errno.EMSGSIZE, ack -> {}))
                        .explanation())
                .hasValueSatisfying(
                        text -> assertThat(text).startsWith("an object is longer than the piece of a dump"));
    }

    @Test
    void aDumpThatFailsInItsLastMessageTellsTheSame() {
        KernelRejectedException refusal = refusedDump(r -> KernelMessages.to(r)
                .part(1, "lo")
                .done(
                        Errno.EINVAL,
                        KernelMessages.text("Invalid values in header for link dump request")
                                .andThen(KernelMessages.number(KernelMessages.EXTACK_OFFSET, 32))));

        assertThat(refusal.kernelMessage()).contains("Invalid values in header for link dump request");
        assertThat(refusal.extendedAck().offset()).hasValue(32);
        assertThat(refusal.attributePath()).isEmpty();
    }

    @Test
    void anAttributeThatStandsSeveralTimesIsToldByItsPlace() {
        RawAttribute names = new RawAttribute(52 | AttributeHeader.NESTED, alternativeNames("one", "two", "six"));
        Link link = Link.builder().name("cc").raw(names).build();

        // 32 the name, 40 the list, 44 "one", 52 "two", 60 "six".
        assertThat(refused(link, r -> KernelMessages.to(r).error(Errno.EEXIST, textAndOffset(52)))
                        .attributePath())
                .hasToString("Optional[IFLA_PROP_LIST.IFLA_ALT_IFNAME[1]]");
        assertThat(refused(link, r -> KernelMessages.to(r).error(Errno.EEXIST, textAndOffset(40)))
                        .attributePath())
                .hasToString("Optional[IFLA_PROP_LIST]");
    }

    @Test
    void aRefusalSurvivesSerialization() throws Exception {
        KernelRejectedException refusal = refusal(
                Errno.ERANGE,
                textAndOffset(60)
                        .andThen(ack -> ack.putBytes(KernelMessages.EXTACK_COOKIE, new byte[] {1, 2}))
                        .andThen(policy(p -> p.putU64(5, 4094, ByteOrder.nativeOrder()))));

        KernelRejectedException copy = copied(refusal);

        assertThat(copy).hasMessage(refusal.getMessage());
        assertThat(copy.errno()).isEqualTo(refusal.errno());
        assertThat(copy.attributePath()).isEqualTo(refusal.attributePath());
        assertThat(copy.request()).isEqualTo(refusal.request());
        assertThat(copy.kernelMessage()).isEqualTo(refusal.kernelMessage());
        assertThat(copy.extendedAck().offset()).hasValue(60);
        assertThat(copy.extendedAck().cookie())
                .hasValueSatisfying(c -> assertThat(c).containsExactly(1, 2));
        assertThat(copy.extendedAck().policy().orElseThrow().maximum()).hasValue(4094);
        assertThat(copied(refusal(Errno.EEXIST, ack -> {}))).isInstanceOf(AlreadyExistsException.class);
        assertThat(copied(refusal(Errno.EPERM, ack -> {})).explanation()).isPresent();
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

    private static KernelRejectedException refusedDump(ClientFixture.Datagram answer) {
        try (ClientFixture fixture = ClientFixture.open().answer(answer)) {
            return catchThrowableOfType(
                    KernelRejectedException.class, () -> fixture.client().dump(LinkFamily.list()));
        }
    }

    private static byte[] alternativeNames(String... names) {
        MessageWriter out = MessageWriter.onHeap();
        for (String name : names) {
            out.putText(53, name, true);
        }
        return out.toByteArray();
    }

    private static KernelRejectedException copied(KernelRejectedException refusal) throws Exception {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(refusal);
        }
        try (ObjectInputStream in = new ObjectInputStream(new ByteArrayInputStream(bytes.toByteArray()))) {
            return (KernelRejectedException) in.readObject();
        }
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

    @Test
    void whatCannotBeReadBesideTheNumberDoesNotHideTheNumber() {
        KernelRejectedException refusal = refusal(Errno.EBUSY, attributes -> {
            int header = attributes.appendZeros(4);
            attributes.buffer().putU16(header, 200);
            attributes.buffer().putU16(header + 2, 1);
        });

        assertThat(refusal.errno().name()).isEqualTo("EBUSY");
        assertThat(refusal.extendedAck().isEmpty()).isTrue();
        assertThat(refusal.getSuppressed()).singleElement().isInstanceOf(MalformedMessageException.class);
    }
}
