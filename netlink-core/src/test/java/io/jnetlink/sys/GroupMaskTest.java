package io.jnetlink.sys;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class GroupMaskTest {

    @Test
    void aGroupIsTheBitOneBelowItsNumber() {
        assertThat(GroupMask.of().bits()).isZero();
        assertThat(GroupMask.of(1, 5, 5).bits()).isEqualTo(0b10001);
        assertThat(GroupMask.of(32).bits()).isEqualTo(Integer.MIN_VALUE);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 33, 65, Integer.MAX_VALUE})
    void groupsWithoutABitAreRefusedAndNotWrappedAround(int group) {
        assertThatThrownBy(() -> GroupMask.of(1, group))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("multicast group " + group + " is not representable");
        assertThat(new GroupMask(-1).contains(group)).isFalse();
    }

    @Test
    void tellsWhoIsInIt() {
        GroupMask mask = GroupMask.of(1, 32);

        assertThat(mask.contains(1)).isTrue();
        assertThat(mask.contains(32)).isTrue();
        assertThat(mask.contains(2)).isFalse();
    }
}
