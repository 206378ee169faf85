package io.jnetlink.client;

import java.util.concurrent.CompletableFuture;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * A dump of an asynchronous client, listed as often as its policy says.
 *
 * <p>Started once; from then on it belongs to the loop's thread.
 *
 * @param <T> what the future gets
 */
final class AsyncListing<T> {

    private final String operation;
    private final DumpPolicy policy;
    private final Supplier<CompletableFuture<DumpMarks>> lister;
    private final Function<DumpMarks, T> outcome;
    private final CompletableFuture<T> result = new CompletableFuture<>();
    private int listings;

    /**
     * @param lister lists once
     * @param outcome what to make of the last listing
     */
    AsyncListing(
            String operation,
            DumpPolicy policy,
            Supplier<CompletableFuture<DumpMarks>> lister,
            Function<DumpMarks, T> outcome) {
        this.operation = operation;
        this.policy = policy;
        this.lister = lister;
        this.outcome = outcome;
    }

    /** Begins; whoever cancels what this returns ends the listing. */
    CompletableFuture<T> start() {
        listings++;
        CompletableFuture<DumpMarks> listing = lister.get();
        result.whenComplete((ignored, failure) -> listing.cancel(false));
        listing.whenComplete((marks, failure) -> {
            if (failure != null) {
                result.completeExceptionally(failure);
            } else {
                judge(marks);
            }
        });
        return result;
    }

    private void judge(DumpMarks marks) {
        try {
            if (marks.interrupted() && policy.listsAnew(operation, listings)) {
                start();
            } else {
                result.complete(outcome.apply(marks));
            }
        } catch (RuntimeException e) {
            result.completeExceptionally(e);
        }
    }
}
