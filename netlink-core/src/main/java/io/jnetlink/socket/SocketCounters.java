package io.jnetlink.socket;

/**
 * What a socket did so far.
 *
 * <p>Immutable.
 *
 * @param datagramsSent datagrams the kernel took
 * @param bytesSent bytes in them
 * @param datagramsReceived datagrams of the kernel that were handed out
 * @param bytesReceived bytes in them
 * @param foreignDatagrams datagrams of other senders, which were thrown away
 * @param overruns times the kernel reported that it dropped datagrams
 */
public record SocketCounters(
        long datagramsSent,
        long bytesSent,
        long datagramsReceived,
        long bytesReceived,
        long foreignDatagrams,
        long overruns) {}
