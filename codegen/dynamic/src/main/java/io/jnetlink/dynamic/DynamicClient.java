package io.jnetlink.dynamic;

import io.jnetlink.client.Dump;
import io.jnetlink.client.NetlinkClient;
import io.jnetlink.dynamic.runtime.BoundCall;
import io.jnetlink.schema.OperationSchema;
import io.jnetlink.spec.ir.RequestFlag;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Asks the kernel in maps of names to values; see {@link DynamicFamily#encode} and {@link DynamicFamily#decode} for what
 * they hold.
 *
 * <p>Thread-safe, as the client is, which it does not own.
 */
public final class DynamicClient {

    private final DynamicFamily family;
    private final NetlinkClient client;

    DynamicClient(DynamicFamily family, NetlinkClient client) {
        this.family = family;
        this.client = client;
    }

    /**
     * Sends a request.
     *
     * @param operation name of the operation
     * @param flags {@code NLM_F_…} bits beside the operation's own
     * @return the answer; empty if the kernel only acknowledged
     * @throws io.jnetlink.client.KernelRejectedException if the kernel refuses
     */
    public Optional<Map<String, Object>> call(String operation, Map<String, ?> request, int flags) {
        return bound(operation, flags).get(new LinkedHashMap<>(request));
    }

    /** Sends a request with the flags that the operation has by itself; see {@link #call(String, Map, int)}. */
    public Optional<Map<String, Object>> call(String operation, Map<String, ?> request) {
        return call(operation, request, 0);
    }

    /**
     * Lists objects.
     *
     * @param operation name of the operation
     * @throws io.jnetlink.client.KernelRejectedException if the kernel refuses
     */
    public Dump<Map<String, Object>> dump(String operation, Map<String, ?> request) {
        return bound(operation, 0).dump(new LinkedHashMap<>(request));
    }

    /** Hands on each object that the kernel lists; tells whether something changed meanwhile. */
    public boolean dump(String operation, Map<String, ?> request, Consumer<? super Map<String, Object>> visitor) {
        return bound(operation, 0).visit(new LinkedHashMap<>(request), visitor);
    }

    private BoundCall<Map<String, Object>, Map<String, Object>> bound(String operation, int flags) {
        OperationSchema schema = family.operation(operation);
        int own = family.model().operation(operation).requestFlags().stream()
                .mapToInt(RequestFlag::mask)
                .reduce(0, (a, b) -> a | b);
        Maps codec = new Maps(family, operation);
        return new BoundCall<>(client, family.schema(), schema, own | flags, codec, codec);
    }

    private record Maps(DynamicFamily family, String operation) implements Codec<Map<String, Object>> {
        @Override
        public void write(MessageWriter out, Map<String, Object> value) {
            family.encode(operation, value, out);
        }

        @Override
        public Map<String, Object> read(NetlinkBuffer buffer, int offset, int length) {
            return family.decode(operation, buffer, offset, length);
        }
    }
}
