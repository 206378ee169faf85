package io.jnetlink.property;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.domains.DomainContextBase;
import net.jqwik.api.providers.ArbitraryProvider;
import net.jqwik.api.providers.TypeUsage;

/**
 * A jqwik domain that draws {@link WireMessage} and {@link MalformedMessage} parameters from one family.
 *
 * <pre>{@code
 * class Garden extends NetlinkDomain {
 *     Garden() { super(NetlinkArbitraries.ofResource(Garden.class, "garden")); }
 * }
 *
 * @Property
 * @Domain(Garden.class)
 * void brokenPlantsAreRefused(
 *         @ForAll @AttributesOf("plant-attrs") @Broken(MalformedKind.TRUNCATED) MalformedMessage plant) {
 *     NetlinkProperties.rejectsMalformed(plant, PlantAttrs::decode);
 * }
 * }</pre>
 *
 * <p>A parameter with neither {@link AttributesOf} nor {@link BodyOf} is the body of any operation; a malformed one without
 * {@link Broken} is broken in any way. Subclasses may add
 * providers in the ways of jqwik. Immutable.
 */
public abstract class NetlinkDomain extends DomainContextBase {

    private final List<ArbitraryProvider> providers;

    /**
     * Messages of a family.
     *
     * @param family where they are drawn from
     */
    protected NetlinkDomain(NetlinkArbitraries family) {
        providers = List.of(
                new Provider(WireMessage.class, p -> subject(family, p).flatMap(MessageArbitraries::wellFormed)),
                new Provider(MalformedMessage.class, p -> subject(family, p).flatMap(s -> malformed(s, p))));
    }

    @Override
    public Collection<ArbitraryProvider> getArbitraryProviders() {
        List<ArbitraryProvider> all = new ArrayList<>(super.getArbitraryProviders());
        all.addAll(providers);
        return all;
    }

    private static Arbitrary<MalformedMessage> malformed(MessageArbitraries subject, TypeUsage parameter) {
        Optional<Broken> broken = parameter.findAnnotation(Broken.class);
        List<MalformedKind> kinds = broken.map(b -> List.of(b.value())).orElseGet(() -> List.copyOf(subject.kinds()));
        return Arbitraries.of(kinds).flatMap(subject::malformed);
    }

    private static Arbitrary<MessageArbitraries> subject(NetlinkArbitraries family, TypeUsage parameter) {
        Optional<AttributesOf> set = parameter.findAnnotation(AttributesOf.class);
        Optional<BodyOf> operation = parameter.findAnnotation(BodyOf.class);
        if (set.isPresent()) {
            return Arbitraries.just(family.set(set.get().value()));
        }
        return operation.isPresent()
                ? Arbitraries.just(family.operation(operation.get().value()))
                : Arbitraries.of(family.operations()).map(family::operation);
    }

    /** Draws parameters of one class. Immutable. */
    private record Provider(Class<?> type, Function<TypeUsage, Arbitrary<?>> drawing) implements ArbitraryProvider {

        @Override
        public boolean canProvideFor(TypeUsage target) {
            return target.isOfType(type);
        }

        @Override
        public Set<Arbitrary<?>> provideFor(TypeUsage target, SubtypeProvider subtypes) {
            return Set.of(drawing.apply(target));
        }
    }
}
