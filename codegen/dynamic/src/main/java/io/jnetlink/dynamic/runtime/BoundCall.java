package io.jnetlink.dynamic.runtime;

import io.jnetlink.NetlinkException;
import io.jnetlink.client.Dump;
import io.jnetlink.client.NetlinkClient;
import io.jnetlink.client.Request;
import io.jnetlink.dynamic.Codec;
import io.jnetlink.message.Operation;
import io.jnetlink.schema.FamilySchema;
import io.jnetlink.schema.MessageSchema;
import io.jnetlink.schema.OperationSchema;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * An operation with the codecs of its messages and the client that it goes through.
 *
 * <p>Thread-safe, as the client is.
 *
 * @param <Q> requests
 * @param <R> replies
 */
public final class BoundCall<Q, R> {

    /** How often a dump that returns a plain list is asked for again when something changed meanwhile. */
    private static final int DUMP_ATTEMPTS = 4;

    private final NetlinkClient client;
    private final Operation<CodecMessage, CodecMessage> operation;
    private final MessageSchema body;
    private final Codec<Q> requests;

    /**
     * @param client where requests go
     * @param family the family
     * @param schema name and numbers of the operation
     * @param flags {@code NLM_F_…} bits that its requests carry beside {@code REQUEST}
     * @param requests writes requests
     * @param replies reads replies
     */
    public BoundCall(
            NetlinkClient client,
            FamilySchema family,
            OperationSchema schema,
            int flags,
            Codec<Q> requests,
            Codec<R> replies) {
        this.client = client;
        this.body = family.message(schema.header(), schema.attributes());
        this.requests = requests;
        this.operation = new Operation<>(
                family,
                schema,
                flags,
                (buffer, offset, length) -> CodecMessage.reply(body, replies.read(buffer, offset, length)),
                () -> CodecMessage.view(body, replies));
    }

    /** Waits until the kernel has done it. */
    public void acknowledge(Q request) {
        client.acknowledge(request(request, 0));
    }

    /** The answer; empty if the kernel only acknowledged. */
    public Optional<R> get(Q request) {
        return get(request, 0);
    }

    /** The answer; empty if the kernel only acknowledged. The flags are added to the operation's own. */
    public Optional<R> get(Q request, int flags) {
        return client.get(request(request, flags)).map(this::value);
    }

    /**
     * The answer.
     *
     * @throws NoSuchElementException if the kernel only acknowledged
     */
    public R only(Q request) {
        return get(request)
                .orElseThrow(() -> new NoSuchElementException(
                        operation.name() + ": the kernel acknowledged the request without an answer"));
    }

    /** Everything that the kernel lists, and whether something changed meanwhile. */
    public Dump<R> dump(Q request) {
        Dump<CodecMessage> dump = client.dump(request(request, 0));
        return new Dump<>(
                dump.messages().stream().map(this::value).toList(),
                dump.interrupted(),
                dump.filtered(),
                dump.extendedAck());
    }

    /**
     * Everything that the kernel lists, asked for again if something changed meanwhile.
     *
     * @throws NetlinkException if something changed each time
     */
    public List<R> list(Q request) {
        for (int attempt = 0; attempt < DUMP_ATTEMPTS; attempt++) {
            Dump<R> dump = dump(request);
            if (!dump.interrupted()) {
                return dump.messages();
            }
        }
        throw new InterruptedDumpException(operation.name(), DUMP_ATTEMPTS);
    }

    /** Hands on each entry that the kernel lists; tells whether something changed meanwhile. */
    public boolean visit(Q request, Consumer<? super R> visitor) {
        return client.dump(request(request, 0), view -> visitor.accept(value(view)));
    }

    private Request<CodecMessage, CodecMessage> request(Q value, int flags) {
        return Request.of(operation, CodecMessage.request(body, requests, value))
                .withFlags(flags);
    }

    /** Every value in a reply was made by the codec of replies. */
    @SuppressWarnings("unchecked")
    private R value(CodecMessage message) {
        return (R) message.value();
    }
}
