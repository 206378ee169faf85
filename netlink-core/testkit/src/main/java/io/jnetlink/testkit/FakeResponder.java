package io.jnetlink.testkit;

import java.nio.ByteBuffer;

/** Answers what a program sends to a {@link FakeKernel}. */
@FunctionalInterface
public interface FakeResponder {

    /**
     * Is called for each datagram, on the thread that sends it and before its call returns, as the kernel does its work too.
     *
     * @param socket the socket it came by, to which answers may be delivered now or later
     * @param request its bytes, in native byte order
     */
    void onRequest(FakeSocket socket, ByteBuffer request);
}
