package io.jnetlink.client;

import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.stream.Collectors;

/**
 * Everybody who may explain a refusal: modules that know a family, and after them the core.
 *
 * <p>Immutable.
 */
final class RefusalExplanations {

    private static final RefusalExplainer GENERAL = new GeneralExplainer();

    private final List<RefusalExplainer> families;

    RefusalExplanations(List<RefusalExplainer> families) {
        this.families = List.copyOf(families);
    }

    /** Those that are provided as services beside this library; looked up when the first request is refused. */
    static RefusalExplanations provided() {
        return Provided.ALL;
    }

    /** What is known about a refusal. */
    Optional<String> explain(RefusedRequest refused) {
        String known = families.stream()
                .flatMap(explainer -> ask(explainer, refused).stream())
                .distinct()
                .collect(Collectors.joining("; or "));
        return known.isEmpty() ? GENERAL.explain(refused) : Optional.of(known);
    }

    private static Optional<String> ask(RefusalExplainer explainer, RefusedRequest refused) {
        try {
            return explainer.explain(refused);
        } catch (RuntimeException e) {
            // The refusal is what matters; what cannot be explained stays unexplained.
            return Optional.empty();
        }
    }

    private static final class Provided {

        private static final RefusalExplanations ALL = new RefusalExplanations(load());

        private static List<RefusalExplainer> load() {
            List<RefusalExplainer> found = new ArrayList<>();
            Iterator<RefusalExplainer> services = ServiceLoader.load(
                            RefusalExplainer.class, RefusalExplainer.class.getClassLoader())
                    .iterator();
            try {
                while (services.hasNext()) {
                    addNext(services, found);
                }
            } catch (ServiceConfigurationError e) {
                // What cannot even be looked for: those that were found must do.
                return found;
            }
            return found;
        }

        private static void addNext(Iterator<RefusalExplainer> services, List<RefusalExplainer> found) {
            try {
                found.add(services.next());
            } catch (ServiceConfigurationError e) {
                // One that cannot be made must not keep the others, nor the refusal, from being told.
                return;
            }
        }
    }
}
