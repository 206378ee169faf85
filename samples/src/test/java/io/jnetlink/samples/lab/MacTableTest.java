package io.jnetlink.samples.lab;

import static org.assertj.core.api.Assertions.assertThat;

import io.jnetlink.wire.HardwareAddress;
import io.jnetlink.wire.IpAddress;
import org.junit.jupiter.api.Test;

class MacTableTest {

    private static final Station A = station("02:00:00:00:00:0a");
    private static final Station B = station("02:00:00:00:00:0b");
    private static final Way ONE = Way.local(1);
    private static final Way FAR = Way.tunnel(3, IpAddress.parse("192.0.2.2"));
    private static final Way FARTHER = Way.tunnel(3, IpAddress.parse("192.0.2.3"));

    private final MacTable table = new MacTable();

    private static Station station(String address) {
        return new Station(Station.UNTAGGED, HardwareAddress.parse(address));
    }

    @Test
    void aStationIsLearnedOnce() {
        assertThat(table.learn(A, ONE, 0)).isEqualTo(MacTable.News.LEARNED);
        assertThat(table.learn(A, ONE, 1)).isEqualTo(MacTable.News.NONE);
        assertThat(table.find(A)).contains(ONE);
        assertThat(table.find(B)).isEmpty();
    }

    @Test
    void aStationMovesFromPortToTunnelAndFromEndToEnd() {
        table.learn(A, ONE, 0);
        assertThat(table.learn(A, FAR, 1)).isEqualTo(MacTable.News.MOVED);
        assertThat(table.learn(A, FARTHER, 2)).isEqualTo(MacTable.News.MOVED);
        assertThat(table.find(A)).contains(FARTHER);
    }

    @Test
    void groupsAreNeverLearned() {
        Station broadcast = station("ff:ff:ff:ff:ff:ff");
        assertThat(table.learn(broadcast, ONE, 0)).isEqualTo(MacTable.News.NONE);
        assertThat(table.ways()).isEmpty();
    }

    @Test
    void theSameAddressInAnotherVlanIsAnotherStation() {
        Station tagged = new Station(7, A.address());
        table.learn(A, ONE, 0);
        assertThat(table.learn(tagged, FAR, 0)).isEqualTo(MacTable.News.LEARNED);
        assertThat(table.ways()).containsOnlyKeys(A, tagged).containsEntry(A, ONE);
    }

    @Test
    void theSilentAreForgotten() {
        table.learn(A, ONE, 100);
        table.learn(B, ONE, 100);
        table.touch(B, 150);
        assertThat(table.expire(199, 100)).isEmpty();
        assertThat(table.expire(200, 100)).containsExactly(A);
        assertThat(table.ways()).containsOnlyKeys(B);
        table.touch(A, 210);
        assertThat(table.find(A)).isEmpty();
    }

    @Test
    void timesMayBeNegative() {
        table.learn(A, ONE, Long.MAX_VALUE - 10);
        assertThat(table.expire(Long.MIN_VALUE + 10, 100)).isEmpty();
        assertThat(table.expire(Long.MIN_VALUE + 100, 100)).containsExactly(A);
    }

    @Test
    void aPortGoesWithItsStations() {
        table.learn(A, ONE, 0);
        table.learn(B, FAR, 0);
        assertThat(table.forgetPort(3)).containsExactly(B);
        assertThat(table.ways()).containsOnlyKeys(A);
    }

    @Test
    void groupsAndReservedGroupsAreTold() {
        assertThat(station("33:33:00:00:00:01").isGroup()).isTrue();
        assertThat(station("33:33:00:00:00:01").isReserved()).isFalse();
        assertThat(A.isGroup()).isFalse();
        assertThat(station("01:80:c2:00:00:0f").isReserved()).isTrue();
        assertThat(station("01:80:c2:00:00:10").isReserved()).isFalse();
    }
}
