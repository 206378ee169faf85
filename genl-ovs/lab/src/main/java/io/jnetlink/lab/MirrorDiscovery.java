package io.jnetlink.lab;

import java.util.List;
import org.junit.platform.engine.DiscoverySelector;
import org.junit.platform.engine.EngineDiscoveryRequest;
import org.junit.platform.engine.TestDescriptor;
import org.junit.platform.engine.UniqueId;
import org.junit.platform.engine.discovery.ClassNameFilter;
import org.junit.platform.engine.discovery.DiscoverySelectors;
import org.junit.platform.engine.discovery.PackageNameFilter;
import org.junit.platform.engine.discovery.UniqueIdSelector;
import org.junit.platform.launcher.EngineFilter;
import org.junit.platform.launcher.Launcher;
import org.junit.platform.launcher.TagFilter;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.TestPlan;
import org.junit.platform.launcher.core.LauncherConfig;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

/** Asks the other engines for the selected tests, and mirrors those that do not run in the running kernel. */
final class MirrorDiscovery {

    private final TestDescriptor root;
    private final TestSites sites;

    MirrorDiscovery(TestDescriptor root, TestSites sites) {
        this.root = root;
        this.sites = sites;
    }

    void resolve(EngineDiscoveryRequest request) {
        if (sites.isInside()) {
            return;
        }
        TestPlan plan = launcher().discover(withoutThisEngine(request).build());
        for (TestIdentifier engine : plan.getRoots()) {
            mirror(engine, root, plan);
        }
    }

    private void mirror(TestIdentifier original, TestDescriptor parent, TestPlan plan) {
        MirrorDescriptor mirror = MirrorDescriptor.of(original, root.getUniqueId());
        var children = plan.getChildren(original);
        children.forEach(child -> mirror(child, mirror, plan));
        boolean leaf = children.isEmpty() && original.getParentId().isPresent();
        if (!mirror.getChildren().isEmpty() || (leaf && !sites.runsHere(original.getTags()))) {
            parent.addChild(mirror);
        }
    }

    private LauncherDiscoveryRequestBuilder withoutThisEngine(EngineDiscoveryRequest request) {
        List<DiscoverySelector> selectors = request.getSelectorsByType(DiscoverySelector.class).stream()
                .map(MirrorDiscovery::original)
                .toList();
        LauncherDiscoveryRequestBuilder builder = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectors)
                .filters(EngineFilter.excludeEngines(LabTestEngine.ID), TagFilter.includeTags(sites.tags()))
                // What cannot be found is told by the engines themselves.
                .configurationParameter("junit.platform.discovery.listener.default", "logging");
        request.getFiltersByType(ClassNameFilter.class).forEach(builder::filters);
        request.getFiltersByType(PackageNameFilter.class).forEach(builder::filters);
        return builder;
    }

    /** What was shown by a mirror before is selected by the original's id. */
    private static DiscoverySelector original(DiscoverySelector selector) {
        if (selector instanceof UniqueIdSelector byId) {
            List<UniqueId.Segment> segments = byId.getUniqueId().getSegments();
            if (segments.size() > 1 && segments.get(0).getValue().equals(LabTestEngine.ID)) {
                UniqueId.Segment engine = segments.get(1);
                UniqueId id = UniqueId.root(engine.getType(), engine.getValue());
                for (UniqueId.Segment segment : segments.subList(2, segments.size())) {
                    id = id.append(segment);
                }
                return DiscoverySelectors.selectUniqueId(id);
            }
        }
        return selector;
    }

    private static Launcher launcher() {
        return LauncherFactory.create(LauncherConfig.builder()
                .enablePostDiscoveryFilterAutoRegistration(false)
                .enableLauncherSessionListenerAutoRegistration(false)
                .enableLauncherDiscoveryListenerAutoRegistration(false)
                .enableTestExecutionListenerAutoRegistration(false)
                .build());
    }
}
