package io.jnetlink.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.links.Link;
import io.jnetlink.links.LinkFamily;
import io.jnetlink.sys.Errno;
import io.jnetlink.wire.MessageFlags;
import org.junit.jupiter.api.Test;

/** Requests that ask for no acknowledgement behind their answer. */
class AnswerTest {

    @Test
    void theAnswerIsTheEnd() {
        try (ClientFixture fixture = ClientFixture.open()
                .answer(r -> KernelMessages.to(r).link(2, "a1"))
                .answer(r -> KernelMessages.to(r).link(3, "b2"))) {
            Link first = fixture.client().answer(LinkFamily.get("a1"));
            Link second = fixture.client().answer(LinkFamily.get("b2"));

            assertThat(first.index()).isEqualTo(2);
            assertThat(second.index()).isEqualTo(3);
            assertThat(fixture.requests().get(0).getShort(6)).isEqualTo((short) MessageFlags.REQUEST);
        }
    }

    @Test
    void aRefusalIsTheEnd() {
        try (ClientFixture fixture = ClientFixture.open()
                .answer(r -> KernelMessages.to(r).error(Errno.ENODEV, ack -> {}))
                .answer(r -> KernelMessages.to(r).link(3, "b2"))) {
            assertThatThrownBy(() -> fixture.client().answer(LinkFamily.get("a1")))
                    .isInstanceOf(NotFoundException.class);
            assertThat(fixture.client().answer(LinkFamily.get("b2")).index()).isEqualTo(3);
        }
    }

    @Test
    void silenceTimesOut() {
        try (ClientFixture fixture = ClientFixture.open().silence()) {
            assertThatThrownBy(() -> fixture.client().answer(LinkFamily.get("a1")))
                    .isInstanceOf(RequestTimeoutException.class);
        }
    }

    @Test
    void anAcknowledgementThatNobodyAskedForIsNoAnswer() {
        try (ClientFixture fixture =
                ClientFixture.open().answer(r -> KernelMessages.to(r).ack())) {
            assertThatThrownBy(() -> fixture.client().answer(LinkFamily.get("a1")))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining("without an answer");
        }
    }

    @Test
    void anAcknowledgementThatTheRequestAskedForIsWaitedFor() {
        try (ClientFixture fixture = ClientFixture.open()
                .answer(
                        r -> KernelMessages.to(r).link(2, "a1"),
                        r -> KernelMessages.to(r).ack())) {
            assertThat(fixture.client()
                            .answer(LinkFamily.get("a1").withFlags(MessageFlags.ACK))
                            .index())
                    .isEqualTo(2);
        }
    }
}
