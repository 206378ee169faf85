package io.jnetlink.client;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.testkit.FakeKernel;
import io.jnetlink.wire.MessageHeader;
import io.jnetlink.wire.NetlinkBuffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Observers see events as they see answers. */
class ObservedSubscriptionTest {

    @Test
    void everyMessageOfADatagramIsSeenOnce() {
        List<String> seen = new ArrayList<>();
        FakeKernel kernel = FakeKernel.silent().withVirtualTime();
        NetlinkConfig config = NetlinkConfig.builder(ClientFixture.smallSocket())
                .syscalls(kernel)
                .observer(noting("first", seen).andThen(noting("second", seen)))
                .build();
        try (Subscription subscription = Subscription.open(config, MessageFraming.RAW, GroupChoice.of(Set.of(1)))) {
            kernel.multicast(
                    1, KernelMessages.to(0).link(2, "a1").link(3, "a22").bytes());
            subscription.next(Duration.ZERO);
            subscription.next(Duration.ZERO);
        }

        assertThat(seen).containsExactly("first 16 of 40", "second 16 of 40", "first 16 of 40", "second 16 of 40");
    }

    private static MessageObserver noting(String name, List<String> seen) {
        return new MessageObserver() {
            @Override
            public void sent(NetlinkBuffer buffer, int offset, int length) {
                seen.add(name + " sent");
            }

            @Override
            public void received(NetlinkBuffer buffer, int offset, int length) {
                seen.add(name + " " + MessageHeader.type(buffer, offset) + " of " + length);
            }
        };
    }
}
