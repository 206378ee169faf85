package io.jnetlink.lab;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.TestTag;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.support.descriptor.AbstractTestDescriptor;
import org.junit.platform.launcher.TestIdentifier;

/** A test or container of another engine, as {@link LabTestEngine} shows it: same name, same source, an id below the lab's. */
final class MirrorDescriptor extends AbstractTestDescriptor {

    private final TestIdentifier original;

    private MirrorDescriptor(UniqueId id, TestIdentifier original) {
        super(id, original.getDisplayName(), original.getSource().orElse(null));
        this.original = original;
    }

    static MirrorDescriptor of(TestIdentifier original, UniqueId labId) {
        UniqueId id = labId;
        for (UniqueId.Segment segment : original.getUniqueIdObject().getSegments()) {
            id = id.append(segment);
        }
        return new MirrorDescriptor(id, original);
    }

    /** The tests below, and the containers that get theirs only when they run. */
    static List<MirrorDescriptor> leaves(TestDescriptor top) {
        List<MirrorDescriptor> leaves = new ArrayList<>();
        top.accept(descriptor -> {
            if (descriptor instanceof MirrorDescriptor mirror
                    && mirror.getChildren().isEmpty()) {
                leaves.add(mirror);
            }
        });
        return leaves;
    }

    /** The id that the test's own engine gave it. */
    String originalId() {
        return original.getUniqueId();
    }

    @Override
    public Type getType() {
        return original.getType();
    }

    @Override
    public Set<TestTag> getTags() {
        return original.getTags();
    }

    @Override
    public String getLegacyReportingName() {
        return original.getLegacyReportingName();
    }

    @Override
    public boolean mayRegisterTests() {
        return original.isContainer();
    }
}
