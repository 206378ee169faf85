package io.jnetlink.generator.kernel;

import io.jnetlink.client.Dump;
import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.NetlinkConfig;
import io.jnetlink.client.Subscription;
import io.jnetlink.generator.testing.Dynamic;
import io.jnetlink.generator.testing.UpstreamSpec;
import io.jnetlink.genl.GenericNetlink;
import io.jnetlink.message.MessageBody;
import io.jnetlink.socket.SocketOptions;
import io.jnetlink.spec.JavaNames;
import io.jnetlink.sys.SyscallException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A family of the running kernel, spoken to through the client class that was generated from its spec.
 *
 * <p>Not thread-safe.
 */
final class KernelFamily implements AutoCloseable {

    private static final int GENERIC_HEADER = 4;

    /** What a dump brought: the values, and the bytes that they were made of. */
    record Listing(List<MessageBody> values, List<byte[]> received) {}

    private final Runnable closing;
    private final RecordedReplies recorded;
    private final Dynamic client;

    private KernelFamily(Runnable closing, RecordedReplies recorded, Dynamic client) {
        this.closing = closing;
        this.recorded = recorded;
        this.client = client;
    }

    /** Opens it in the namespace of the calling thread; empty if this kernel does not have it. */
    static Optional<KernelFamily> open(UpstreamSpec spec) throws ReflectiveOperationException {
        boolean generic = spec.family().protocol().isGeneric();
        RecordedReplies recorded = new RecordedReplies(generic ? GENERIC_HEADER : 0);
        NetlinkConfig config = NetlinkConfig.builder(
                        SocketOptions.builder(spec.family().protocolNumber()).build())
                .observer(recorded)
                .build();
        if (!generic) {
            NetlinkClient client = openRaw(config);
            return client == null
                    ? Optional.empty()
                    : Optional.of(new KernelFamily(client::close, recorded, generated(spec, client)));
        }
        GenericNetlink all = GenericNetlink.open(config);
        if (all.find(spec.family().name()).isEmpty()) {
            all.close();
            return Optional.empty();
        }
        return Optional.of(new KernelFamily(all::close, recorded, generated(spec, all.client())));
    }

    private static @Nullable NetlinkClient openRaw(NetlinkConfig config) {
        try {
            return NetlinkClient.open(config);
        } catch (SyscallException e) {
            return null;
        }
    }

    private static Dynamic generated(UpstreamSpec spec, NetlinkClient client) throws ReflectiveOperationException {
        return new Dynamic(
                spec.typeEnding("Client").getConstructor(NetlinkClient.class).newInstance(client));
    }

    /** Runs a dump as values, with a request that is filled first. */
    Listing list(String operation, Consumer<Dynamic> fill) throws ReflectiveOperationException {
        Object dump = client.get(method(operation), request(operation, fill));
        List<MessageBody> values = ((Dump<?>) dump)
                .messages().stream().map(MessageBody.class::cast).toList();
        return listing(values);
    }

    /** The same through a view, of which copies are made. */
    Listing visit(String operation, Consumer<Dynamic> fill) throws ReflectiveOperationException {
        List<MessageBody> copies = new ArrayList<>();
        Consumer<Object> visitor = view -> copies.add((MessageBody) new Dynamic(view).get("toValue"));
        client.get(method(operation), request(operation, fill), visitor);
        return listing(copies);
    }

    /** What is listed may change meanwhile, and then the client begins again: the last attempt counts. */
    private Listing listing(List<MessageBody> values) {
        List<byte[]> all = recorded.take();
        return new Listing(values, all.subList(Math.max(all.size() - values.size(), 0), all.size()));
    }

    private Object request(String operation, Consumer<Dynamic> fill) throws ReflectiveOperationException {
        Class<?> body = Arrays.stream(client.target().getClass().getMethods())
                .filter(m -> m.getName().equals(method(operation)) && m.getParameterCount() == 2)
                .findFirst()
                .orElseThrow()
                .getParameterTypes()[0];
        Dynamic builder = new Dynamic(body.getMethod("builder").invoke(null));
        fill.accept(builder);
        Object request = builder.build().target();
        recorded.take();
        return request;
    }

    private static String method(String operation) {
        return JavaNames.member(operation) + "Dump";
    }

    /** Listens to a multicast group. */
    Subscription subscribe(String group) {
        return (Subscription) client.get("subscribe", (Object) new String[] {group});
    }

    @Override
    public void close() {
        closing.run();
    }
}
