package io.jnetlink.ovs.upcall;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** Notes what it is told. */
final class RecordingHandler implements UpcallHandler {

    final List<String> events = new ArrayList<>();
    final List<Throwable> failures = new ArrayList<>();
    private final Consumer<Upcall> look;

    RecordingHandler() {
        this(upcall -> {});
    }

    RecordingHandler(Consumer<Upcall> look) {
        this.look = look;
    }

    @Override
    public void miss(MissUpcall upcall) {
        events.add("miss");
        look.accept(upcall);
    }

    @Override
    public void action(ActionUpcall upcall) {
        events.add("action");
        look.accept(upcall);
    }

    @Override
    public void lost(long overruns) {
        events.add("lost " + overruns);
    }

    @Override
    public void failed(Throwable failure) {
        failures.add(failure);
    }
}
