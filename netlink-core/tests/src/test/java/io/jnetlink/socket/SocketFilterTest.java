package io.jnetlink.socket;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.socket.SocketFilter.Instruction;
import io.jnetlink.sys.Errno;
import io.jnetlink.sys.LinuxAbi;
import io.jnetlink.sys.SyscallException;
import io.jnetlink.testkit.FakeKernel;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Programs of the classic packet filter: checked, built, run. */
class SocketFilterTest {

    private static final int RETURN = 0x06;
    private static final int JUMP = 0x05;
    private static final Instruction ACCEPT = Instruction.of(RETURN, 0xffff);

    private static ByteBuffer message(int type, int family, int index) {
        return ByteBuffer.allocate(32)
                .order(ByteOrder.nativeOrder())
                .putInt(0, 32)
                .putShort(4, (short) type)
                .put(16, (byte) family)
                .putInt(20, index);
    }

    @Test
    void acceptsWhatMeetsAllConditions() {
        SocketFilter filter =
                SocketFilter.accepting().types(16, 17).interfaces(2, 70_000).build();

        assertThat(filter.accepts(message(16, 0, 2))).isTrue();
        assertThat(filter.accepts(message(17, 0, 70_000))).isTrue();
        assertThat(filter.accepts(message(18, 0, 2))).isFalse();
        assertThat(filter.accepts(message(16, 0, 3))).isFalse();
        assertThat(filter.accepts(message(16, 0, 2).limit(20))).isFalse();
        assertThat(filter.accepts(ByteBuffer.allocate(0))).isFalse();
    }

    @Test
    void dropsWhatMeetsAllConditions() {
        SocketFilter filter =
                SocketFilter.dropping().types(16).addressFamilies(7).build();

        assertThat(filter.accepts(message(16, 7, 2))).isFalse();
        assertThat(filter.accepts(message(16, 0, 2))).isTrue();
        assertThat(filter.accepts(message(17, 7, 2))).isTrue();
        assertThat(filter.accepts(message(16, 7, 2).limit(16))).isTrue();
    }

    @Test
    void comparesInTheByteOrderOfTheField() {
        ByteBuffer message = ByteBuffer.allocate(32);
        message.putShort(24, (short) 0x1234).putInt(28, 0xdeadbeef);

        assertThat(SocketFilter.accepting()
                        .u16(24, ByteOrder.BIG_ENDIAN, 0x1234)
                        .build()
                        .accepts(message))
                .isTrue();
        assertThat(SocketFilter.accepting()
                        .u16(24, ByteOrder.LITTLE_ENDIAN, 0x3412)
                        .build()
                        .accepts(message))
                .isTrue();
        assertThat(SocketFilter.accepting()
                        .u32(28, ByteOrder.BIG_ENDIAN, 0xdeadbeefL)
                        .build()
                        .accepts(message))
                .isTrue();
        assertThat(SocketFilter.accepting()
                        .u32(28, ByteOrder.LITTLE_ENDIAN, 0xefbeaddeL)
                        .build()
                        .accepts(message))
                .isTrue();
        assertThat(SocketFilter.accepting().commands(0).u8(25, 0x34).build().accepts(message))
                .isTrue();
        assertThat(SocketFilter.accepting().u8(25, 0x12).build().accepts(message))
                .isFalse();
    }

    @Test
    void manyValuesAreNoMatterUpToTheLongestProgram() {
        int[] many = IntStream.rangeClosed(1, 2_000).toArray();
        SocketFilter filter = SocketFilter.accepting().interfaces(many).build();
        assertThat(filter.accepts(message(16, 0, 1))).isTrue();
        assertThat(filter.accepts(message(16, 0, 2_000))).isTrue();
        assertThat(filter.accepts(message(16, 0, 2_001))).isFalse();

        SocketFilterBuilder tooMany = SocketFilter.accepting()
                .interfaces(IntStream.rangeClosed(1, 2_048).toArray());
        assertThatThrownBy(tooMany::build)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("a filter has 1 to 4096 instructions, not 41");
    }

    @Test
    void conditionsThatMeanNothingAreRefused() {
        assertThatThrownBy(() -> SocketFilter.accepting().build()).isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> SocketFilter.accepting().types()).hasMessage("no value for the field at 4");
        assertThatThrownBy(() -> SocketFilter.accepting().types(70_000))
                .hasMessage("70000 does not fit the 2 bytes at 4");
        assertThatThrownBy(() -> SocketFilter.accepting().u8(3, -1)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SocketFilter.accepting().u8(-3, 1)).hasMessage("a field at -3");
    }

    @ParameterizedTest
    @CsvSource({
        "0x05, 0, 0, 1, jumps behind the end",
        "0x15, 1, 0, 1, jumps behind the end",
        "0x15, 0, 200, 1, jumps behind the end",
        "0x34, 0, 0, 0, divides by zero",
        "0x94, 0, 0, 0, divides by zero",
        "0x64, 0, 0, 32, shifts by 32 bits or more",
        "0x60, 0, 0, 16, uses a memory cell that there is not",
        "0x02, 0, 0, 16, uses a memory cell that there is not",
        "0xff, 0, 0, 0, has an unknown code",
        "0x18, 0, 0, 0, has an unknown code",
        "0x0e, 0, 0, 0, has an unknown code",
        "0x8c, 0, 0, 0, has an unknown code",
        "0x106, 0, 0, 0, has an unknown code",
    })
    void whatTheKernelWouldNotTakeIsNamed(String code, int jumpTrue, int jumpFalse, long operand, String fault) {
        Instruction instruction = new Instruction(Integer.decode(code), jumpTrue, jumpFalse, operand);
        assertThatThrownBy(() -> SocketFilter.of(List.of(instruction, ACCEPT)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("instruction 0 " + instruction + " " + fault);
    }

    @Test
    void aProgramHasALengthAndAnEnd() {
        assertThatThrownBy(() -> SocketFilter.of(List.of())).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> SocketFilter.of(Collections.nCopies(4097, ACCEPT)))
                .hasMessage("a filter has 1 to 4096 instructions, not 4097");
        assertThatThrownBy(() -> SocketFilter.of(List.of(ACCEPT, Instruction.of(0, 1))))
                .hasMessage("the last instruction returns nothing");
        assertThat(SocketFilter.of(Collections.nCopies(4096, ACCEPT)).instructions())
                .hasSize(4096);
        assertThatThrownBy(() -> Instruction.of(1 << 16, 0)).hasMessage("code 65536 does not fit 16 bits");
        assertThatThrownBy(() -> new Instruction(0, 256, 0, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Instruction(0, 0, -1, 0)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> Instruction.of(0, 1L << 32)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void computesAsTheKernelDoes() {
        ByteBuffer data = ByteBuffer.allocate(24).put(0, (byte) 0x45).put(21, (byte) 9);
        SocketFilter filter = SocketFilter.of(List.of(
                Instruction.of(0x00, 6), // ld #6
                Instruction.of(0x24, 7), // mul #7
                Instruction.of(0x02, 3), // st M[3]
                Instruction.of(0xb1, 0), // ldx 4*([0]&0xf) = 20
                Instruction.of(0x50, 1), // ldb [x + 1] = 9
                Instruction.of(0x0c, 0), // add x = 29
                Instruction.of(0x07, 0), // tax
                Instruction.of(0x60, 3), // ld M[3] = 42
                Instruction.of(0x1c, 0), // sub x = 13
                Instruction.of(0x64, 4), // lsh #4 = 208
                Instruction.of(0x74, 1), // rsh #1 = 104
                Instruction.of(0x44, 1), // or #1 = 105
                Instruction.of(0x54, 0x7f), // and #0x7f = 105
                Instruction.of(0xa4, 0xff), // xor #0xff = 150
                Instruction.of(0x94, 100), // mod #100 = 50
                Instruction.of(0x34, 5), // div #5 = 10
                Instruction.of(0x84, 0), // neg
                Instruction.of(0x84, 0), // neg
                new Instruction(0x25, 0, 3, 9), // jgt #9
                new Instruction(0x45, 0, 2, 8), // jset #8
                new Instruction(0x15, 0, 1, 10), // jeq #10
                ACCEPT,
                Instruction.of(RETURN, 0)));

        assertThat(filter.accepts(data)).isTrue();
        assertThat(filter.accepts(data.put(21, (byte) 8))).isFalse();
        // The load behind the end drops it.
        assertThat(filter.accepts(data.limit(21))).isFalse();
    }

    @Test
    void whatDividesByZeroIsDropped() {
        SocketFilter filter = SocketFilter.of(List.of(Instruction.of(0x3c, 0), ACCEPT));
        assertThat(filter.accepts(ByteBuffer.allocate(8))).isFalse();
    }

    @Test
    void whatOnlyTheKernelKnowsCannotBeRunHere() {
        SocketFilter filter = SocketFilter.of(List.of(Instruction.of(0x20, 0xffff_f000L), ACCEPT));
        assertThatThrownBy(() -> filter.accepts(ByteBuffer.allocate(8)))
                .isInstanceOf(UnsupportedOperationException.class);
    }

    @Test
    void isAValueThatSurvivesTheWayIntoTheKernel() {
        SocketFilter filter = SocketFilter.accepting().types(16).build();
        assertThat(SocketFilter.ofProgram(filter.program())).isEqualTo(filter).hasSameHashCodeAs(filter);
        assertThat(filter).isNotEqualTo(SocketFilter.dropping().types(16).build());
        assertThat(filter).hasToString("filter of 9 instructions");
        assertThat(SocketFilter.of(List.of(new Instruction(JUMP, 0, 0, 0), ACCEPT))
                        .instructions())
                .hasSize(2);
    }

    @Test
    void isAttachedWhenTheSocketIsOpened() {
        FakeKernel kernel = FakeKernel.silent();
        SocketOptions options = SocketOptions.builder(SocketOptions.ROUTE)
                .datagramCapacity(SocketOptions.MIN_DATAGRAM_CAPACITY)
                .filter(SocketFilter.accepting().types(16).build())
                .build();
        try (NetlinkSocket socket = NetlinkSocket.open(options, kernel)) {
            kernel.socket().deliver(message(17, 0, 1).array());
            kernel.socket().deliver(message(16, 0, 1).array());

            assertThat(socket.tryReceive().datagram().getShort(4)).isEqualTo((short) 16);
            assertThat(socket.tryReceive().status()).isEqualTo(ReceiveResult.Status.TIMED_OUT);
        }
        assertThat(options.toBuilder().build().filter()).isEqualTo(options.filter());
        assertThat(options.toString()).endsWith(", filter of 9 instructions");
        assertThat(options.toBuilder().filter(null).build().filter()).isEmpty();
    }

    @Test
    void aKernelThatDoesNotTakeItIsTold() {
        FakeKernel kernel = FakeKernel.silent();
        kernel.refusingOption(LinuxAbi.SOL_SOCKET, LinuxAbi.SO_ATTACH_FILTER, Errno.ENOMEM);
        SocketOptions options = SocketOptions.builder(SocketOptions.ROUTE)
                .filter(SocketFilter.accepting().types(16).build())
                .build();
        assertThatThrownBy(() -> NetlinkSocket.open(options, kernel))
                .isInstanceOf(SyscallException.class)
                .hasMessageContaining("filter of 9 instructions");
        assertThat(kernel.openDescriptors()).isZero();
    }
}
