package io.jnetlink.client;

import io.jnetlink.NetlinkException;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Sends the batches of a pipeline, and what was refused because its family had another number by then once more.
 *
 * <p>Not thread-safe, as the pipeline is not.
 */
final class BatchSender {

    /** In place of a type that could not be found out. */
    private static final int UNKNOWN = -1;

    private final NetlinkClient client;
    private final MessageCodec codec;
    private final BatchLimits limits;
    private final boolean lastOnly;

    /**
     * @param lastOnly whether only the last request of a batch asks for an acknowledgement
     */
    BatchSender(NetlinkClient client, MessageCodec codec, BatchLimits limits, boolean lastOnly) {
        this.client = client;
        this.codec = codec;
        this.limits = limits;
        this.lastOnly = lastOnly;
    }

    /** An empty batch. */
    Batch newBatch() {
        return new Batch(codec, limits, lastOnly);
    }

    /** The type that a request of the operation carries at present. */
    int type(Request<?, ?> request) {
        return codec.framing().messageType(request.operation());
    }

    /** What a refusal means. */
    KernelRejectedException refusal(Request<?, ?> request, KernelVerdict verdict) {
        return codec.refusal(request, verdict);
    }

    /**
     * Sends a batch and waits for the answers.
     *
     * @throws RequestTimeoutException if an answer is missing
     * @throws OverrunException if answers were lost
     */
    void send(Batch batch) {
        client.run(batch);
        Batch again = outdated(batch);
        if (again != null) {
            client.run(again);
        }
    }

    /** Moves the requests whose type was outdated to a batch of their own; null if there are none. */
    private @Nullable Batch outdated(Batch batch) {
        Map<String, Integer> types = new HashMap<>();
        Batch again = null;
        for (int index = 0; index < batch.size(); index++) {
            KernelVerdict verdict = batch.verdict(index);
            int type = verdict == null || verdict.errno() == 0
                    ? batch.type(index)
                    : typeAfter(verdict, batch, index, types);
            if (type != batch.type(index) && type != UNKNOWN) {
                again = again == null ? newBatch() : again;
                batch.moveTo(again, index, type);
            }
        }
        return again;
    }

    /** Asks once for each family, however many of its requests were refused. */
    private int typeAfter(KernelVerdict verdict, Batch batch, int index, Map<String, Integer> types) {
        Request<?, ?> request = batch.request(index);
        Optional<TypeRenewal<?, ?>> renewal =
                codec.framing().renewal(request.operation(), verdict.errno(), verdict.extendedAck());
        if (renewal.isEmpty()) {
            return batch.type(index);
        }
        return types.computeIfAbsent(request.operation().family().name(), family -> ask(renewal.get()));
    }

    private int ask(TypeRenewal<?, ?> renewal) {
        try {
            return client.ask(renewal);
        } catch (NetlinkException e) {
            // The refusals stand: they say as much.
            return UNKNOWN;
        }
    }
}
