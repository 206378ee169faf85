package io.jnetlink.dynamic.benchmark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.ByteOrder;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is measured does the same work. */
class LinkCodecBenchmarkTest {

    @BeforeEach
    void recordedBytesFitTheMachine() {
        assumeTrue(ByteOrder.nativeOrder() == ByteOrder.LITTLE_ENDIAN, "the recording is little-endian");
    }

    @Test
    void bothWritersWriteTheSame() {
        LinkCodecBenchmark benchmark = new LinkCodecBenchmark();
        benchmark.encodeGenerated();
        byte[] generated = benchmark.written();
        benchmark.encodeBound();

        assertThat(benchmark.written()).isEqualTo(generated).hasSize(112);
    }

    @Test
    void allReadersReadTheSame() {
        LinkCodecBenchmark benchmark = new LinkCodecBenchmark();

        assertThat(benchmark.decodeBound())
                .isEqualTo(benchmark.decodeGeneratedValue())
                .isEqualTo(benchmark.decodeGeneratedView());
        assertThat(benchmark.decodeBound().linkinfo().data().id()).isEqualTo(1111);
    }
}
