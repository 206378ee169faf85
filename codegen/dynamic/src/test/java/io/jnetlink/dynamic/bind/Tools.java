package io.jnetlink.dynamic.bind;

import io.jnetlink.dynamic.Attribute;
import io.jnetlink.dynamic.Format;
import io.jnetlink.dynamic.Header;
import io.jnetlink.dynamic.Unlisted;
import io.jnetlink.message.Bitfield32;
import io.jnetlink.message.Leveled;
import io.jnetlink.wire.HardwareAddress;
import io.jnetlink.wire.IpAddress;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/** Records of the workshop's messages. */
final class Tools {

    private Tools() {}

    enum State {
        IDLE,
        IN_USE,
        @Attribute("broken")
        OUT_OF_ORDER,
        HUGE,
        @Unlisted
        OTHER
    }

    enum Motion {
        STILL,
        TURNING,
        SLIDING
    }

    record Box(int width, int height, long weight) {}

    record Crate(long count, Box size, IpAddress origin) {}

    record Part(
            OptionalLong number,
            @Nullable String title,
            @Attribute("sub-part") @Nullable Part inside) {}

    sealed interface Data permits Saw, Drill, CrateData, Air {}

    @Format("saw")
    record Saw(OptionalInt blade, Optional<Long> teeth) implements Data {}

    @Format("drill")
    record Drill(
            int width, @Header("height") int tall, @Header long weight, OptionalLong speed) implements Data {}

    @Format("crate")
    record CrateData(@Header Box box) implements Data {}

    @Format("air")
    record Air() implements Data {}

    record Numbers(
            int u8,
            byte s8,
            int u16,
            @Attribute("u16-big") int big,
            short s16,
            long u32Big,
            int s32,
            long u64,
            long s64,
            long uint,
            long sint,
            int small) {}

    record Optionals(
            OptionalInt u8,
            @Nullable Byte s8,
            Optional<Integer> u16,
            @Nullable Long u32Big,
            OptionalLong u64,
            @Nullable Boolean flagOrNumber,
            OptionalInt small,
            @Nullable Integer s32) {}

    record Payloads(
            boolean on,
            boolean flagOrNumber,
            @Nullable String name,
            Optional<String> note,
            byte @Nullable [] bytes,
            byte @Nullable [] key,
            @Nullable HardwareAddress mac,
            @Nullable IpAddress ipv4,
            Optional<IpAddress> ipv6,
            @Nullable IpAddress ip,
            @Nullable Box box,
            Optional<Crate> crate,
            int @Nullable [] ports,
            long @Nullable [] pids,
            @Nullable Bitfield32 bits,
            @Attribute("state") @Nullable State state,
            OptionalLong options) {}

    record Nests(
            @Nullable Part part,
            List<Part> spare,
            List<String> alias,
            List<Part> wheels,
            List<Long> teeth,
            List<Leveled<Part>> policy,
            List<Leveled<Part>> stat,
            List<Box> boxes) {}

    record Formats(@Nullable String kind, @Nullable Data data, Optional<Turning> drive) {}

    record OnlyData(@Nullable Data data) {}

    @Format("turning")
    record Turning(OptionalLong speed) {}

    record WholeHeader(
            @Header BenchHeader header, @Attribute("shelf") OptionalLong attribute) {}

    record BenchHeader(
            int room,
            int shelf,
            int bench,
            State state,
            String label,
            @Attribute("badge") HardwareAddress address) {}

    record SomeOfHeader(@Header("shelf") int shelfMember, String label, OptionalLong id) {}

    record Motions(Motion motion) {}
}
