package io.jnetlink.lab;

import org.junit.platform.engine.FilterResult;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.launcher.PostDiscoveryFilter;

/**
 * Takes tests away from their own engines that {@link LabTestEngine} runs elsewhere. Registered with JUnit by being on the class path.
 *
 * <p>Thread-safe.
 */
public final class ElsewhereFilter implements PostDiscoveryFilter {

    private final TestSites sites;

    /** Made by JUnit. */
    public ElsewhereFilter() {
        this(TestSites.ofThisMachine());
    }

    ElsewhereFilter(TestSites sites) {
        this.sites = sites;
    }

    @Override
    public FilterResult apply(TestDescriptor descriptor) {
        boolean ours = descriptor
                .getUniqueId()
                .getEngineId()
                .filter(LabTestEngine.ID::equals)
                .isPresent();
        if (ours || sites.runsHere(descriptor.getTags())) {
            return FilterResult.included("runs here");
        }
        return FilterResult.excluded("left to the engine " + LabTestEngine.ID);
    }
}
