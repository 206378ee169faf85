package io.jnetlink.cases;

import io.jnetlink.socket.NetlinkSocket;
import io.jnetlink.socket.SocketOptions;

/** A program that opens a socket with a receive queue of 8 MiB and prints what became of it. */
final class LargeReceiveBuffer {

    private static final int BYTES = 8 << 20;

    private LargeReceiveBuffer() {}

    public static void main(String[] arguments) {
        SocketOptions options = SocketOptions.builder(SocketOptions.ROUTE)
                .receiveBufferBytes(BYTES)
                .build();
        try (NetlinkSocket socket = NetlinkSocket.open(options)) {
            System.out.println("opened " + socket.receiveBufferBytes());
        }
    }
}
