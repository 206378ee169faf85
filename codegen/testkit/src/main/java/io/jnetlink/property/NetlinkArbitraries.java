package io.jnetlink.property;

import io.jnetlink.schema.FamilySchema;
import io.jnetlink.schema.MessageSchema;
import io.jnetlink.spec.SpecLoader;
import io.jnetlink.spec.ir.AttributeSetIr;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.Operation;
import io.jnetlink.spec.ir.OperationKind;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Draws messages of a family from its spec: well-formed ones, and ones broken in a named way.
 *
 * <pre>{@code
 * NetlinkArbitraries garden = NetlinkArbitraries.ofResource(PlantRequest.class, "garden");
 *
 * @Provide
 * Arbitrary<WireMessage> plants() {
 *     return garden.set("plant-attrs").wellFormed();
 * }
 *
 * @Property
 * void whatIsReadIsWrittenAgain(@ForAll("plants") WireMessage plant) {
 *     NetlinkProperties.roundTrips(plant, Plant::decode, Plant::encode);
 * }
 * }</pre>
 *
 * <p>A well-formed message has right lengths, numbers within the spec's checks, sub-messages that fit their selectors, up to six
 * attributes at each level, and up to five levels. Unless narrowed by {@link #requests()} or {@link #replies()} it has what either side
 * may send, for decoders take both: texts with and without their NUL, nests with and without their flag, attributes that the spec does
 * not know, structs that are longer or shorter than the spec's.
 *
 * <p>Immutable. The spec decides, not the classes generated from it: it knows checks and forms that the run-time schema lacks.
 */
public final class NetlinkArbitraries {

    /** Folder of a class path in which specs stand beside the classes that were generated from them. */
    public static final String RESOURCE_FOLDER = "META-INF/jnetlink/";

    private final Family family;
    private final FamilySchema schema;
    private final AttributeDrawing drawing;
    private final Malformation malformation;

    private NetlinkArbitraries(Family family, FamilySchema schema, Direction direction) {
        this.family = family;
        this.schema = schema;
        this.drawing = new AttributeDrawing(family, direction);
        this.malformation = new Malformation(family, drawing);
    }

    /**
     * Messages of a family.
     *
     * @param family the family
     * @return its arbitraries
     */
    public static NetlinkArbitraries of(Family family) {
        return new NetlinkArbitraries(family, FamilySchemas.of(family), Direction.EITHER);
    }

    /**
     * Messages of the family that a spec file describes.
     *
     * @param spec a YAML spec
     * @return its arbitraries
     * @throws UncheckedIOException if the file cannot be read
     * @throws io.jnetlink.spec.SpecException if the spec is wrong
     */
    public static NetlinkArbitraries ofSpec(Path spec) {
        try {
            return of(new SpecLoader().load(spec));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + spec, e);
        }
    }

    /**
     * Messages of the family whose spec was packaged as {@code META-INF/jnetlink/NAME.yaml}, as {@code jnetlink-maven-plugin} does
     * beside the classes that it generates.
     *
     * @param neighbour a class that stands in the same jar or folder, such as a generated one
     * @param name name of the family
     * @return its arbitraries
     * @throws NoSuchElementException if there is no such resource
     * @throws io.jnetlink.spec.SpecException if the spec is wrong
     */
    public static NetlinkArbitraries ofResource(Class<?> neighbour, String name) {
        String text = resource(neighbour, name)
                .orElseThrow(() -> new NoSuchElementException(
                        "no " + RESOURCE_FOLDER + name + ".yaml beside " + neighbour.getName()));
        return of(new SpecLoader().parse(name + ".yaml", text, family -> resource(neighbour, family)));
    }

    private static Optional<String> resource(Class<?> neighbour, String name) {
        String resource = RESOURCE_FOLDER + name + ".yaml";
        ClassLoader loader = neighbour.getClassLoader();
        try (InputStream in = loader == null ? null : loader.getResourceAsStream(resource)) {
            return in == null ? Optional.empty() : Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException("cannot read " + resource, e);
        }
    }

    /**
     * The family that is drawn from.
     *
     * @return the family
     */
    public Family family() {
        return family;
    }

    /**
     * The same, narrowed to what a caller should send: attributes in the form of requests, within all checks, without unknown ones,
     * without two that exclude each other.
     *
     * @return arbitraries whose well-formed messages have no {@linkplain SpecConformance faults}
     */
    public NetlinkArbitraries requests() {
        return new NetlinkArbitraries(family, schema, Direction.REQUEST);
    }

    /**
     * The same, narrowed to what a kernel may send: attributes in the form of replies, not bound to the checks on requests, which may
     * be newer than the spec.
     *
     * @return arbitraries
     */
    public NetlinkArbitraries replies() {
        return new NetlinkArbitraries(family, schema, Direction.REPLY);
    }

    /**
     * Lists of attributes, standing alone.
     *
     * @param set name of an attribute set
     * @return their arbitraries
     * @throws NoSuchElementException if there is no such set
     */
    public MessageArbitraries set(String set) {
        family.attributeSet(set);
        return new MessageArbitraries(
                drawing, malformation, new Target(set, Optional.empty(), Optional.of(set), schema.message(null, set)));
    }

    /**
     * Bodies of an operation: its fixed header, if there is one, and attributes of its whole set, since the lists of attributes that
     * specs give for single messages are often incomplete.
     *
     * @param operation name of an operation
     * @return their arbitraries
     * @throws NoSuchElementException if there is no such operation, or the spec only reserves its number
     */
    public MessageArbitraries operation(String operation) {
        Operation found = family.operation(operation);
        if (found.kind() == OperationKind.RESERVED) {
            throw new NoSuchElementException(
                    "operation '" + operation + "' of '" + family.name() + "' only reserves its number");
        }
        String set = found.attributeSet().orElse(FamilySchemas.NO_ATTRIBUTES);
        MessageSchema body = schema.message(found.fixedHeader().orElse(null), set);
        return new MessageArbitraries(
                drawing, malformation, new Target(operation, found.fixedHeader(), found.attributeSet(), body));
    }

    /**
     * Well-formed bodies of any operation.
     *
     * @return an arbitrary
     */
    public Arbitrary<WireMessage> messages() {
        return Arbitraries.of(operations()).flatMap(o -> operation(o).wellFormed());
    }

    /**
     * Names of the operations that have messages.
     *
     * @return names in the order of the spec
     */
    public List<String> operations() {
        return family.operations().stream()
                .filter(o -> o.kind() != OperationKind.RESERVED)
                .map(Operation::name)
                .toList();
    }

    /**
     * Names of the attribute sets.
     *
     * @return names in the order of the spec
     */
    public List<String> attributeSets() {
        return family.attributeSets().stream().map(AttributeSetIr::name).toList();
    }
}
