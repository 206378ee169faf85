package io.jnetlink.lab;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.EngineExecutionListener;
import org.junit.platform.engine.ExecutionRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestEngine;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.EngineDescriptor;

/**
 * The JUnit engine behind {@link RequiresOpenVSwitch} and {@link InKernelLab}: shows the tests that cannot run in the running kernel,
 * and runs all of them in one boot of the kernel lab. Registered with JUnit by being on the class path.
 *
 * <p>Thread-safe.
 */
public final class LabTestEngine implements TestEngine {

    static final String ID = "jnetlink-lab";

    private final TestSites sites;

    /** Made by JUnit. */
    public LabTestEngine() {
        this(TestSites.ofThisMachine());
    }

    LabTestEngine(TestSites sites) {
        this.sites = sites;
    }

    @Override
    public String getId() {
        return ID;
    }

    @Override
    public TestDescriptor discover(EngineDiscoveryRequest request, UniqueId uniqueId) {
        EngineDescriptor root = new EngineDescriptor(uniqueId, "kernel lab");
        new MirrorDiscovery(root, sites).resolve(request);
        return root;
    }

    @Override
    public void execute(ExecutionRequest request) {
        TestDescriptor root = request.getRootTestDescriptor();
        EngineExecutionListener listener = request.getEngineExecutionListener();
        List<MirrorDescriptor> tests = MirrorDescriptor.leaves(root);
        listener.executionStarted(root);
        if (!tests.isEmpty() && sites.labRuns()) {
            new LabRun(sites.lab(), new Replay(root, listener)).run(tests);
        } else {
            tellSkipped(tests);
            root.getChildren().forEach(child -> skip(child, listener));
        }
        listener.executionFinished(root, TestExecutionResult.successful());
    }

    /** Build tools print how many tests are skipped, but not why. */
    private void tellSkipped(List<MirrorDescriptor> tests) {
        Map<String, Long> reasons = tests.stream()
                .collect(Collectors.groupingBy(test -> sites.reasonToSkip(test.getTags()), Collectors.counting()));
        reasons.forEach((reason, count) -> System.err.println("kernel lab: skipped " + count + ": " + reason));
    }

    private void skip(TestDescriptor descriptor, EngineExecutionListener listener) {
        if (descriptor.getChildren().isEmpty()) {
            listener.executionSkipped(descriptor, sites.reasonToSkip(descriptor.getTags()));
            return;
        }
        listener.executionStarted(descriptor);
        descriptor.getChildren().forEach(child -> skip(child, listener));
        listener.executionFinished(descriptor, TestExecutionResult.successful());
    }
}
