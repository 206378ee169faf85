package io.jnetlink.property;

import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.Family;
import java.util.Collections;
import java.util.EnumSet;
import java.util.HexFormat;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;

/**
 * Draws messages of one kind: lists of attributes of one set, or bodies of one operation.
 *
 * <p>Immutable. Comes from {@link NetlinkArbitraries#set} or {@link NetlinkArbitraries#operation}.
 */
public final class MessageArbitraries {

    private static final int MAX_NOISE = 200;

    private final Family family;
    private final AttributeDrawing drawing;
    private final Target target;
    private final Malformation malformation;

    MessageArbitraries(AttributeDrawing drawing, Malformation malformation, Target target) {
        this.family = drawing.family();
        this.drawing = drawing;
        this.malformation = malformation;
        this.target = target;
    }

    /**
     * The name of the set or of the operation.
     *
     * @return a name of the spec
     */
    public String name() {
        return target.name();
    }

    /**
     * The family it belongs to.
     *
     * @return the family
     */
    public Family family() {
        return family;
    }

    /**
     * The same, narrowed to what a caller should send.
     *
     * @return arbitraries
     * @see NetlinkArbitraries#requests
     */
    public MessageArbitraries requests() {
        AttributeDrawing narrowed = new AttributeDrawing(family, Direction.REQUEST);
        return new MessageArbitraries(narrowed, new Malformation(family, narrowed), target);
    }

    /**
     * Well-formed messages.
     *
     * @param present names of attributes of the outermost level that none of the messages lacks
     * @return an arbitrary
     * @throws NoSuchElementException if the set has no such attribute
     */
    public Arbitrary<WireMessage> wellFormed(String... present) {
        for (String name : present) {
            attribute(name);
        }
        return drawing.body(target.header(), target.set(), Set.of(present)).map(target::message);
    }

    /**
     * Payloads of an attribute, drawn as if no selector stood around the set.
     *
     * @param attribute name of an attribute of the outermost level
     * @return an arbitrary
     * @throws NoSuchElementException if the set has no such attribute
     */
    public Arbitrary<byte[]> payload(String attribute) {
        return drawing.payload(attribute(attribute), Place.outermost());
    }

    /**
     * In which ways messages can be broken: not every set has a nest, a number or an exclusion.
     *
     * @return the kinds that {@link #malformed(MalformedKind)} takes
     */
    public Set<MalformedKind> kinds() {
        EnumSet<MalformedKind> kinds = EnumSet.noneOf(MalformedKind.class);
        for (MalformedKind kind : MalformedKind.values()) {
            if (malformation.isPossible(target, kind)) {
                kinds.add(kind);
            }
        }
        return Collections.unmodifiableSet(kinds);
    }

    /**
     * Messages broken in one way, each in one place.
     *
     * @param kind what to break
     * @return an arbitrary
     * @throws IllegalArgumentException if nothing can be broken so; see {@link #kinds}
     */
    public Arbitrary<MalformedMessage> malformed(MalformedKind kind) {
        if (!malformation.isPossible(target, kind)) {
            throw new IllegalArgumentException("nothing in " + target.name() + " can be " + kind);
        }
        return malformation.of(target, kind);
    }

    /**
     * Messages broken in any way that decoders should refuse.
     *
     * @return an arbitrary
     * @throws IllegalArgumentException if nothing can be broken so
     */
    public Arbitrary<MalformedMessage> rejectable() {
        return anyOf(
                kinds().stream().filter(k -> k.reaction() == Reaction.REJECT).toList());
    }

    /**
     * Messages broken in any way that decoders should put up with.
     *
     * @return an arbitrary
     */
    public Arbitrary<MalformedMessage> tolerable() {
        return anyOf(
                kinds().stream().filter(k -> k.reaction() != Reaction.REJECT).toList());
    }

    /**
     * Bytes that only claim to be such a message: well-formed ones with up to four random changes, and noise.
     *
     * @return an arbitrary
     */
    public Arbitrary<WireMessage> garbage() {
        Arbitrary<byte[]> noise = AttributeDrawing.noise(MAX_NOISE);
        return Arbitraries.oneOf(
                Mutation.of(wellFormed().map(WireMessage::shared)).map(target::message), noise.map(target::message));
    }

    /**
     * A message that is given, not drawn: a recorded one, or what an encoder wrote.
     *
     * @param bytes fixed header, if there is one, and attributes, copied
     * @return the message
     */
    public WireMessage of(byte[] bytes) {
        return target.message(bytes);
    }

    /**
     * A message that is given in hexadecimal.
     *
     * @param hex two digits for each byte; white space counts for nothing
     * @return the message
     * @throws IllegalArgumentException if it is not hexadecimal
     */
    public WireMessage of(String hex) {
        return of(HexFormat.of().parseHex(hex.replaceAll("\\s", "")));
    }

    private Arbitrary<MalformedMessage> anyOf(List<MalformedKind> kinds) {
        if (kinds.isEmpty()) {
            throw new IllegalArgumentException("nothing in " + target.name() + " can be broken so");
        }
        return Arbitraries.of(kinds).flatMap(this::malformed);
    }

    private AttributeIr attribute(String name) {
        Optional<AttributeIr> found =
                target.set().flatMap(s -> family.attributeSet(s).attribute(name));
        return found.orElseThrow(() -> new NoSuchElementException(target.name() + " has no attribute '" + name + "'"));
    }

    @Override
    public String toString() {
        return family.name() + "/" + target.name();
    }
}
