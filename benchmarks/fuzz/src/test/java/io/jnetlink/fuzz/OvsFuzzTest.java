package io.jnetlink.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.jnetlink.ovs.ctlimit.OvsCtLimit;
import io.jnetlink.ovs.datapath.OvsDatapath;
import io.jnetlink.ovs.flow.OvsFlow;
import io.jnetlink.ovs.meter.OvsMeter;
import io.jnetlink.ovs.packet.OvsPacket;
import io.jnetlink.ovs.vport.OvsVport;

/** The generated messages of Open vSwitch datapaths. */
class OvsFuzzTest {

    @FuzzTest
    void datapaths(byte[] input) {
        new GeneratedMessages<>(OvsDatapath.GET).read(input);
    }

    @FuzzTest
    void ports(byte[] input) {
        new GeneratedMessages<>(OvsVport.GET).read(input);
    }

    @FuzzTest
    void flows(byte[] input) {
        new GeneratedMessages<>(OvsFlow.GET).read(input);
    }

    @FuzzTest
    void packets(byte[] input) {
        new GeneratedMessages<>(OvsPacket.MISS).read(input);
    }

    @FuzzTest
    void meters(byte[] input) {
        new GeneratedMessages<>(OvsMeter.GET).read(input);
    }

    @FuzzTest
    void connectionLimits(byte[] input) {
        new GeneratedMessages<>(OvsCtLimit.GET).read(input);
    }
}
