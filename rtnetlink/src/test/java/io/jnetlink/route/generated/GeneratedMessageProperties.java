package io.jnetlink.route.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.message.MessageBody;
import io.jnetlink.message.MessageView;
import io.jnetlink.message.Operation;
import io.jnetlink.property.MalformedMessage;
import io.jnetlink.property.MessageArbitraries;
import io.jnetlink.property.NetlinkArbitraries;
import io.jnetlink.property.NetlinkProperties;
import io.jnetlink.property.WireMessage;
import io.jnetlink.route.link.RtLink;
import io.jnetlink.wire.MalformedMessageException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the body of every operation of the link family must do. */
class GeneratedMessageProperties {

    private final NetlinkArbitraries links =
            NetlinkArbitraries.ofSpec(Path.of(System.getProperty("basedir", "."), "src/main/netlink/rt-link.yaml"));
    private final List<Operation<?, ?>> operations = operations();

    private static List<Operation<?, ?>> operations() {
        List<Operation<?, ?>> operations = new ArrayList<>();
        for (Field field : RtLink.class.getFields()) {
            try {
                if (field.get(null) instanceof Operation<?, ?> operation) {
                    operations.add(operation);
                }
            } catch (IllegalAccessException e) {
                throw new IllegalStateException(e);
            }
        }
        return operations;
    }

    /** A body of some operation. */
    record Sample(Operation<?, ?> operation, WireMessage message) {

        MessageBody decode() {
            return message.decode(operation.decoder());
        }

        MessageView view() {
            return message.view(operation.view());
        }
    }

    /** A body of some operation, broken in some way. */
    record Broken(Operation<?, ?> operation, MalformedMessage message) {}

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void decodedBodiesEncodeToTheSameBytes(@ForAll("wellFormed") Sample sample) {
        MessageBody body = NetlinkProperties.roundTripsExactly(
                sample.message(), sample.operation().decoder());

        assertThat(GeneratedSet.copy(sample.view())).isEqualTo(body);
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void malformedBodiesAreRefused(@ForAll("rejectable") Broken sample) {
        NetlinkProperties.rejectsMalformed(sample.message(), sample.operation().decoder());
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void garbageIsAValueOrMalformed(@ForAll("garbage") Sample sample) {
        try {
            MessageBody body = sample.decode();
            assertThat(body.toString()).isNotEmpty();
            assertThat(GeneratedSet.copy(sample.view())).isEqualTo(body);
        } catch (MalformedMessageException e) {
            assertThat(e).hasMessageContaining("offset");
        }
    }

    @Provide
    Arbitrary<Sample> wellFormed() {
        return Arbitraries.of(operations).flatMap(o -> messages(o).wellFormed().map(m -> new Sample(o, m)));
    }

    @Provide
    Arbitrary<Sample> garbage() {
        return Arbitraries.of(operations).flatMap(o -> messages(o).garbage().map(m -> new Sample(o, m)));
    }

    @Provide
    Arbitrary<Broken> rejectable() {
        return Arbitraries.of(operations).flatMap(o -> messages(o).rejectable().map(m -> new Broken(o, m)));
    }

    private MessageArbitraries messages(Operation<?, ?> operation) {
        return links.operation(operation.name());
    }
}
