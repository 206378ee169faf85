package io.jnetlink.fuzz;

import com.code_intelligence.jazzer.junit.FuzzTest;
import io.jnetlink.route.link.RtLink;

/** The generated messages of links. */
class RtLinkFuzzTest {

    @FuzzTest
    void links(byte[] input) {
        new GeneratedMessages<>(RtLink.GETLINK).read(input);
    }

    @FuzzTest
    void bridgePorts(byte[] input) {
        new GeneratedMessages<>(RtLink.BRIDGE_NEWLINK_NTF).read(input);
    }
}
