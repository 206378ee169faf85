package io.jnetlink.property.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.message.MessageBody;
import io.jnetlink.message.MessageView;
import io.jnetlink.message.Operation;
import io.jnetlink.property.MalformedMessage;
import io.jnetlink.property.MessageArbitraries;
import io.jnetlink.property.NetlinkArbitraries;
import io.jnetlink.property.NetlinkProperties;
import io.jnetlink.property.WireMessage;
import io.jnetlink.wire.MalformedMessageException;
import java.lang.reflect.Field;
import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/**
 * What the body of every operation of a family must do: to be extended by a test class of a project with generated code.
 *
 * <p>As thread-safe as jqwik needs it: not at all.
 */
public abstract class GeneratedBodyProperties {

    private final NetlinkArbitraries family;
    private final List<Operation<?, ?>> operations;

    /**
     * Takes the family.
     *
     * @param family draws its messages
     * @param constants the generated class with a constant for each operation
     */
    protected GeneratedBodyProperties(NetlinkArbitraries family, Class<?> constants) {
        this.family = family;
        this.operations = operations(constants);
    }

    private static List<Operation<?, ?>> operations(Class<?> constants) {
        List<Operation<?, ?>> operations = new ArrayList<>();
        for (Field field : constants.getFields()) {
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

    @Property(edgeCases = EdgeCasesMode.NONE)
    void decodedBodiesEncodeToTheSameBytes(@ForAll("wellFormed") Sample sample) {
        MessageBody body = NetlinkProperties.roundTripsExactly(
                sample.message(), sample.operation().decoder());

        assertThat(GeneratedSet.copy(sample.view())).isEqualTo(body);
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
    void malformedBodiesAreRefused(@ForAll("rejectable") Broken sample) {
        NetlinkProperties.rejectsMalformed(sample.message(), sample.operation().decoder());
    }

    @Property(edgeCases = EdgeCasesMode.NONE)
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
        return family.operation(operation.name());
    }
}
