package io.jnetlink.dynamic.benchmark;

import io.jnetlink.dynamic.Codec;
import io.jnetlink.dynamic.DynamicFamily;
import io.jnetlink.dynamic.Fixtures;
import io.jnetlink.dynamic.benchmark.LinkRecords.Data;
import io.jnetlink.dynamic.benchmark.LinkRecords.Info;
import io.jnetlink.dynamic.benchmark.LinkRecords.Link;
import io.jnetlink.dynamic.benchmark.LinkRecords.NewData;
import io.jnetlink.dynamic.benchmark.LinkRecords.NewInfo;
import io.jnetlink.dynamic.benchmark.LinkRecords.NewVxlan;
import io.jnetlink.route.link.LinkAttrsReader;
import io.jnetlink.route.link.LinkMessage;
import io.jnetlink.route.link.LinkMessageView;
import io.jnetlink.route.link.LinkinfoAttrsReader;
import io.jnetlink.route.link.LinkinfoVxlanAttrsReader;
import io.jnetlink.wire.IpAddress;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/**
 * A VXLAN link by generated code and by a bound codec: the request that creates one, and the kernel's reply of one.
 *
 * <p>Start {@link #main} with the test class path.
 */
@State(Scope.Thread)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(2)
public class LinkCodecBenchmark {

    private static final int HEADER = 16;

    private final DynamicFamily family = Fixtures.rtLinkFamily();
    private final Codec<NewVxlan> requests = family.codec(NewVxlan.class, "newlink");
    private final Codec<Link> replies = family.codec(Link.class, "getlink");
    private final NetlinkBuffer reply = NetlinkBuffer.wrap(Fixtures.hex("vxlan-reply.hex"));
    private final int bodyLength = reply.capacity() - HEADER;
    private final MessageWriter out = MessageWriter.direct(4096);
    private final LinkMessageView view = new LinkMessageView();

    private String name = "vxlan0";
    private IpAddress group = IpAddress.parse("239.1.1.1");
    private int id = 1111;

    /** Builder, value, bytes. */
    @Benchmark
    public int encodeGenerated() {
        out.clear();
        LinkMessage.builder()
                .attributes(a -> a.ifname(name)
                        .mtu(1450)
                        .linkinfo(info -> info.kind("vxlan")
                                .dataVxlan(v -> v.id(id)
                                        .link(3)
                                        .group(group)
                                        .ttl(64)
                                        .learning(1)
                                        .ageing(300)
                                        .port(4789))))
                .build()
                .writeTo(out);
        return out.length();
    }

    /** Record, bytes. */
    @Benchmark
    public int encodeBound() {
        out.clear();
        NewData data = new NewData(id, 3, group, 64, 1, 300, 4789);
        requests.write(out, new NewVxlan(name, 1450, new NewInfo("vxlan", data)));
        return out.length();
    }

    /** Checked copy, then some of its fields. */
    @Benchmark
    public Link decodeGeneratedValue() {
        LinkMessage message = LinkMessage.decode(reply, HEADER, bodyLength);
        return link(message.header().ifiIndex(), message.header().ifiFlags().bits(), message.attributes());
    }

    /** The same fields through a view that is reused. */
    @Benchmark
    public Link decodeGeneratedView() {
        view.wrapBody(reply, HEADER, bodyLength);
        return link(view.header().ifiIndex(), view.header().ifiFlags().bits(), view.attributes());
    }

    /** The same fields by a bound codec. */
    @Benchmark
    public Link decodeBound() {
        return replies.read(reply, HEADER, bodyLength);
    }

    /** What was written last. */
    byte[] written() {
        return out.toByteArray();
    }

    private static Link link(int index, long flags, LinkAttrsReader attributes) {
        LinkinfoAttrsReader info = attributes.linkinfo();
        LinkinfoVxlanAttrsReader vxlan = info.dataVxlan();
        Data data =
                new Data((int) vxlan.id(), vxlan.link(), vxlan.ttl(), vxlan.learning(), vxlan.ageing(), vxlan.port());
        return new Link(
                index, flags, attributes.ifname(), attributes.mtu(), attributes.txqlen(), new Info(info.kind(), data));
    }

    /** Measures. */
    public static void main(String[] arguments) throws RunnerException {
        new Runner(new OptionsBuilder()
                        .include(LinkCodecBenchmark.class.getSimpleName())
                        .build())
                .run();
    }
}
