package io.jnetlink.dynamic.benchmark;

import io.jnetlink.dynamic.Format;
import io.jnetlink.wire.IpAddress;

/** Records of the messages that are measured. */
public final class LinkRecords {

    private LinkRecords() {}

    /** What {@code ip link add vxlan0 type vxlan …} sends. */
    public record NewVxlan(String ifname, long mtu, NewInfo linkinfo) {}

    /** The same one level further in. */
    public record NewInfo(String kind, @Format("vxlan") NewData data) {}

    /** The same one level further in. */
    public record NewData(int id, long link, IpAddress group, int ttl, int learning, long ageing, int port) {}

    /** What is read of a reply. */
    public record Link(int ifiIndex, long ifiFlags, String ifname, long mtu, long txqlen, Info linkinfo) {}

    /** The same one level further in. */
    public record Info(String kind, @Format("vxlan") Data data) {}

    /** The same one level further in. */
    public record Data(int id, long link, int ttl, int learning, long ageing, int port) {}
}
