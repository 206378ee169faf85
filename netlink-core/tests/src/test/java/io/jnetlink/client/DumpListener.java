package io.jnetlink.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Flow;

/** Keeps what a stream says, and asks for it as the test says. */
public final class DumpListener<T> implements Flow.Subscriber<T> {

    private final List<T> items = new ArrayList<>();
    private Flow.Subscription subscription;
    private Throwable failure;
    private boolean complete;

    @Override
    public void onSubscribe(Flow.Subscription given) {
        assertThat(subscription).isNull();
        subscription = given;
    }

    @Override
    public void onNext(T item) {
        assertThat(hasEnded()).isFalse();
        items.add(item);
    }

    @Override
    public void onError(Throwable reason) {
        assertThat(hasEnded()).isFalse();
        failure = reason;
    }

    @Override
    public void onComplete() {
        assertThat(hasEnded()).isFalse();
        complete = true;
    }

    public void request(long more) {
        subscription.request(more);
    }

    void cancel() {
        if (subscription != null) {
            subscription.cancel();
        }
    }

    public List<T> items() {
        return items;
    }

    public Throwable failure() {
        return failure;
    }

    public boolean isComplete() {
        return complete;
    }

    private boolean hasEnded() {
        return complete || failure != null;
    }
}
