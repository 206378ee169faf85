package io.jnetlink.lab;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestExecutionResult;

/**
 * Tells JUnit here what happened to the originals in the lab.
 *
 * <p>Not thread-safe.
 */
final class Replay {

    private final TestDescriptor root;
    private final EngineExecutionListener listener;
    private final Map<String, MirrorDescriptor> mirrors = new HashMap<>();
    private final Set<MirrorDescriptor> started = new HashSet<>();
    private final Set<MirrorDescriptor> ended = new HashSet<>();

    Replay(TestDescriptor root, EngineExecutionListener listener) {
        this.root = root;
        this.listener = listener;
        root.accept(descriptor -> {
            if (descriptor instanceof MirrorDescriptor mirror) {
                mirrors.put(mirror.originalId(), mirror);
            }
        });
    }

    void accept(TestEvent event) {
        if (event.kind() == TestEvent.Kind.REGISTERED) {
            register(event);
            return;
        }
        MirrorDescriptor mirror = mirrors.get(event.test().getUniqueId());
        if (mirror == null) {
            return; // an engine without a test for the lab
        }
        switch (event.kind()) {
            case STARTED -> start(mirror);
            case FINISHED -> finish(mirror, event.result());
            default -> {
                ended.add(mirror);
                listener.executionSkipped(mirror, event.reason());
            }
        }
    }

    /** The lab is gone: what has not ended by now fails for a reason. Nothing happens when all is told. */
    void conclude(String reason) {
        List.copyOf(root.getChildren()).forEach(child -> conclude((MirrorDescriptor) child, reason));
    }

    private void conclude(MirrorDescriptor mirror, String reason) {
        if (ended.contains(mirror)) {
            return;
        }
        boolean wasRunning = !start(mirror);
        List<? extends TestDescriptor> children = List.copyOf(mirror.getChildren());
        children.forEach(child -> conclude((MirrorDescriptor) child, reason));
        finish(
                mirror,
                children.isEmpty()
                        ? TestExecutionResult.failed(
                                new LabException((wasRunning ? "while this ran: " : "before this ran: ") + reason))
                        : TestExecutionResult.successful());
    }

    private void register(TestEvent event) {
        MirrorDescriptor parent = event.test().getParentId().map(mirrors::get).orElse(null);
        if (parent != null) {
            MirrorDescriptor mirror = MirrorDescriptor.of(event.test(), root.getUniqueId());
            parent.addChild(mirror);
            mirrors.put(mirror.originalId(), mirror);
            listener.dynamicTestRegistered(mirror);
        }
    }

    private boolean start(MirrorDescriptor mirror) {
        boolean first = started.add(mirror);
        if (first) {
            listener.executionStarted(mirror);
        }
        return first;
    }

    private void finish(MirrorDescriptor mirror, TestExecutionResult result) {
        ended.add(mirror);
        listener.executionFinished(mirror, result);
    }
}
