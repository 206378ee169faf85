package io.jnetlink.ovs.limit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.jnetlink.wire.InvalidFieldException;
import java.util.List;
import org.junit.jupiter.api.Test;

class LimitsTest {

    @Test
    void zonesAndNumbersAreChecked() {
        assertThat(CtLimit.ofOthers(5).isDefault()).isTrue();
        assertThat(CtLimit.of(0xffff, 0xffff_ffffL).isDefault()).isFalse();
        assertThatThrownBy(() -> CtLimit.of(0x10000, 1)).isInstanceOf(InvalidFieldException.class);
        assertThatThrownBy(() -> CtLimit.of(-2, 1)).isInstanceOf(InvalidFieldException.class);
        assertThatThrownBy(() -> CtLimit.of(1, -1)).isInstanceOf(InvalidFieldException.class);
        assertThatThrownBy(() -> CtLimitRequests.set(List.of())).isInstanceOf(InvalidFieldException.class);
        assertThatThrownBy(() -> CtLimitRequests.reset(List.of())).isInstanceOf(InvalidFieldException.class);
        assertThatThrownBy(() -> CtLimitRequests.get(List.of(-3))).isInstanceOf(InvalidFieldException.class);
    }

    @Test
    void theLimitOfAllOthersIsAskedForOnce() {
        assertThat(CtLimitRequests.limits(CtLimitRequests.get(List.of(-1, 4)).body()))
                .containsExactly(CtLimit.ofOthers(0), CtLimit.of(4, 0));
    }

    @Test
    void aBurstIsAsLargeAsTheRateUnlessSaid() {
        MeterSpec spec = MeterSpec.kilobitsPerSecond(3).dropAbove(100).dropAbove(7, 9);
        assertThat(spec.bands()).containsExactly(new MeterSpec.Band(100, 100), new MeterSpec.Band(7, 9));
        assertThatThrownBy(() -> MeterSpec.packetsPerSecond(-1)).isInstanceOf(InvalidFieldException.class);
        assertThatThrownBy(() -> new MeterSpec.Band(0, 1)).isInstanceOf(InvalidFieldException.class);
    }
}
