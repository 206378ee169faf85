package io.jnetlink.route.generated;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.message.MessageBody;
import io.jnetlink.message.MessageView;
import io.jnetlink.message.Operation;
import io.jnetlink.route.link.RtLink;
import io.jnetlink.spec.SpecLoader;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.wire.MalformedMessageException;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Field;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** What the body of every operation of the link family must do. */
class GeneratedMessageProperties {

    private static final int MAX_NOISE = 200;
    private static final int MAX_MUTATIONS = 4;

    private final NetlinkArbitraries arbitraries = new NetlinkArbitraries(loadFamily());
    private final List<Operation<?, ?>> operations = operations();

    private static Family loadFamily() {
        try {
            return new SpecLoader().load(Path.of(System.getProperty("basedir", "."), "src/main/netlink/rt-link.yaml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

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
    record Sample(Operation<?, ?> operation, byte[] bytes) {

        MessageBody decode() {
            return operation.decoder().decode(NetlinkBuffer.wrap(bytes), 0, bytes.length);
        }

        MessageView view() {
            MessageView view = operation.view().get();
            view.wrapBody(NetlinkBuffer.wrap(bytes), 0, bytes.length);
            return view;
        }

        @Override
        public String toString() {
            return operation.name() + " " + HexFormat.of().formatHex(bytes);
        }
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void decodedBodiesEncodeToTheSameBytes(@ForAll("wellFormed") Sample sample) {
        MessageBody body = sample.decode();

        assertThat(encoded(body)).isEqualTo(sample.bytes());
        assertThat(body).isEqualTo(sample.decode()).hasSameHashCodeAs(sample.decode());
        assertThat(GeneratedSet.copy(sample.view())).isEqualTo(body);
    }

    @Property(tries = 1000, edgeCases = EdgeCasesMode.NONE)
    void damagedBodiesAreAValueOrMalformed(@ForAll("damaged") Sample sample) {
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
        return Arbitraries.of(operations)
                .flatMap(operation -> arbitraries
                        .body(
                                Optional.ofNullable(operation.schema().header()),
                                operation.schema().attributes())
                        .map(bytes -> new Sample(operation, bytes)));
    }

    @Provide
    Arbitrary<Sample> damaged() {
        Arbitrary<List<Long>> seeds = Arbitraries.longs().list().ofMaxSize(MAX_MUTATIONS);
        Arbitrary<Sample> damaged = Combinators.combine(wellFormed(), seeds)
                .as((s, mutations) -> new Sample(s.operation(), Mutation.apply(s.bytes(), mutations)));
        Arbitrary<Sample> noise = Combinators.combine(Arbitraries.of(operations), NetlinkArbitraries.noise(MAX_NOISE))
                .as(Sample::new);
        return Arbitraries.oneOf(damaged, noise);
    }

    private static byte[] encoded(MessageBody body) {
        MessageWriter out = MessageWriter.onHeap();
        body.writeTo(out);
        return out.buffer().bytes(0, out.length());
    }
}
