package io.jnetlink.socket;

import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.spi.AbstractSelectableChannel;
import java.nio.channels.spi.AbstractSelector;
import java.util.Set;

/**
 * Runs an action when the thread that waits is interrupted.
 *
 * <p>A thread that waits in the kernel notices no interrupt. The JDK has one public way to be told: a selector's {@code begin} and
 * {@code end}, between which an interrupt calls {@code wakeup}. Of a selector this class has nothing but that.
 */
final class InterruptWaker extends AbstractSelector {

    private final Runnable onInterrupt;

    @SuppressWarnings("NullAway") // The provider is never asked for: nothing can be registered.
    InterruptWaker(Runnable onInterrupt) {
        super(null);
        this.onInterrupt = onInterrupt;
    }

    /** From here to {@link #disarm()} an interrupt of the calling thread, past or future, runs the action. */
    void arm() {
        begin();
    }

    void disarm() {
        end();
    }

    @Override
    public Selector wakeup() {
        onInterrupt.run();
        return this;
    }

    @Override
    protected void implCloseSelector() {}

    @Override
    protected SelectionKey register(AbstractSelectableChannel channel, int operations, Object attachment) {
        throw new UnsupportedOperationException("nothing is registered with this selector");
    }

    @Override
    public Set<SelectionKey> keys() {
        return Set.of();
    }

    @Override
    public Set<SelectionKey> selectedKeys() {
        return Set.of();
    }

    @Override
    public int selectNow() {
        return 0;
    }

    @Override
    public int select(long timeout) {
        return 0;
    }

    @Override
    public int select() {
        return 0;
    }
}
