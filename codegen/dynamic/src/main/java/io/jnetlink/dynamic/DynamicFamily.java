package io.jnetlink.dynamic;

import io.jnetlink.client.NetlinkClient;
import io.jnetlink.dynamic.bind.InterfaceBinder;
import io.jnetlink.dynamic.map.MapDecoder;
import io.jnetlink.dynamic.map.MapEncoder;
import io.jnetlink.dynamic.map.NearMiss;
import io.jnetlink.dynamic.map.SpecIndex;
import io.jnetlink.dynamic.schema.SchemaFactory;
import io.jnetlink.schema.FamilySchema;
import io.jnetlink.schema.OperationSchema;
import io.jnetlink.spec.SpecLoader;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.Operation;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * A family whose spec is read at run time.
 *
 * <p>Immutable. Messages are read and written in two ways: as maps of names to values, without preparation
 * ({@link #encode}, {@link #decode}, {@link DynamicClient}), and as records of an interface that is implemented once and
 * then runs as fast as generated code ({@link #bind}).
 *
 * <pre>{@code
 * public interface LinkApi {
 *     record Link(int ifiIndex, String ifname, long mtu) {}
 *
 *     Link getlink(@Attribute("ifname") String name);
 *
 *     List<Link> getlink();
 * }
 *
 * LinkApi links = DynamicFamily.load(Path.of("rt-link.yaml")).bind(LinkApi.class, client);
 * }</pre>
 *
 * <h2>Interfaces</h2>
 *
 * A method stands for the operation that has its name, or that {@link io.jnetlink.dynamic.Operation} names. It takes the
 * fields of the request, each as a parameter, or all of them as one record that is not named after one of them. Its return type says what is done: {@code
 * void} waits for the acknowledgement; a record or an {@code Optional} of one is the answer; a {@code List} or a {@link
 * io.jnetlink.client.Dump} of records is a dump, and so is {@code boolean} with a {@code Consumer} among the parameters,
 * which is handed each record. A {@code List} is asked for again when something changed meanwhile, and fails if it does
 * each time; the two others tell.
 *
 * <h2>Records</h2>
 *
 * A component stands for the attribute, or the member of the fixed header, that has its name in camel case, or that
 * {@link Attribute} or {@link Header} names; several attributes are sent in the order of the components. A record may
 * have a few of the attributes only: the others are not sent, and passed over when they are received. Components of a
 * primitive type cannot be absent: a message without such an attribute cannot be read. Null stands for an absent one of a
 * reference type, as does an empty {@code Optional}, {@code OptionalInt} or {@code OptionalLong}; a list is empty then.
 *
 * <table>
 * <caption>Java types of attributes</caption>
 * <tr><th>spec</th><th>Java</th></tr>
 * <tr><td>numbers</td><td>the primitive that holds all allowed values, its box, {@code OptionalInt}, {@code
 *     OptionalLong}; an enum if the spec names the values; {@code boolean} for u8; {@code IpAddress} with such a hint</td></tr>
 * <tr><td>flag</td><td>{@code boolean}</td></tr>
 * <tr><td>string</td><td>{@code String}</td></tr>
 * <tr><td>binary</td><td>{@code byte[]}; {@code IpAddress} and {@code HardwareAddress} with such a hint; a record for a
 *     struct; {@code int[]} and {@code long[]} for arrays of numbers</td></tr>
 * <tr><td>bitfield32</td><td>{@code Bitfield32}</td></tr>
 * <tr><td>nest</td><td>a record, or {@code byte[]}</td></tr>
 * <tr><td>multi-attr, indexed-array</td><td>{@code List} of the above</td></tr>
 * <tr><td>nest-type-value</td><td>{@code List} of {@code Leveled}</td></tr>
 * <tr><td>sub-message</td><td>a record with {@link Format}, a sealed interface of such, or {@code byte[]}</td></tr>
 * </table>
 */
public final class DynamicFamily {

    private final Family model;
    private final FamilySchema schema;
    private final MapEncoder encoder;
    private final MapDecoder decoder;
    private final InterfaceBinder binder;

    private DynamicFamily(Family model) {
        SpecIndex spec = new SpecIndex(model);
        this.model = model;
        this.schema = SchemaFactory.schemaOf(model);
        this.encoder = new MapEncoder(spec);
        this.decoder = new MapDecoder(spec);
        this.binder = new InterfaceBinder(model, schema, spec);
    }

    /**
     * Reads a spec.
     *
     * @param spec a YAML file
     * @throws io.jnetlink.spec.SpecException with all problems, if the spec has any
     * @throws IOException if the file cannot be read
     */
    public static DynamicFamily load(Path spec) throws IOException {
        return of(new SpecLoader().load(spec));
    }

    /** The family of a model that was read already. */
    public static DynamicFamily of(Family model) {
        return new DynamicFamily(model);
    }

    /** What the spec says. */
    public Family model() {
        return model;
    }

    /** The same as generated code keeps it: for printing, validation and the paths of errors. */
    public FamilySchema schema() {
        return schema;
    }

    /** The spec's name. */
    public String name() {
        return model.name();
    }

    /**
     * Name and numbers of an operation.
     *
     * @throws IllegalArgumentException if there is none of that name
     */
    public OperationSchema operation(String name) {
        return model.operations().stream()
                .filter(o -> o.name().equals(name))
                .map(SchemaFactory::operation)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(
                        "family " + model.name() + " has no operation " + name + NearMiss.hint(name, names())));
    }

    private List<String> names() {
        return model.operations().stream().map(Operation::name).toList();
    }

    /**
     * Writes the body of a message: fixed header, then attributes in the order of the map.
     *
     * <p>Values are what {@link #decode} gives, and besides: numbers for names, names for flags that are set alone,
     * {@code byte[]} for hexadecimal digits, and address objects for their text. Null stands for an absent value.
     *
     * @param operation name of the operation
     * @param fields members of the header and attributes, by name
     * @throws io.jnetlink.wire.InvalidFieldException if a value does not fit its field
     * @throws IllegalArgumentException if the spec has no operation or field of a name
     */
    public byte[] encode(String operation, Map<String, ?> fields) {
        MessageWriter out = MessageWriter.onHeap();
        encode(operation, fields, out);
        return out.toByteArray();
    }

    /** Appends the body of a message; see {@link #encode(String, Map)}. */
    public void encode(String operation, Map<String, ?> fields, MessageWriter out) {
        OperationSchema found = operation(operation);
        encoder.body(out, found.header(), found.attributes(), fields);
    }

    /**
     * Reads the body of a message.
     *
     * <p>Numbers are {@code Long}, above 2⁶³−1 {@code BigInteger}; values with a name are that name; flags are lists of
     * names, with what no name fits as a number behind them; text, addresses and bytes are {@code String}, bytes in
     * hexadecimal. A flag is {@code true}. Nests, structs and sub-messages are maps; attributes that may stand several
     * times are lists; so are arrays, whose elements are maps from index to element unless the indices are 1, 2, and so
     * on. Attributes that the spec has no name for are there by their number, in hexadecimal.
     *
     * @param operation name of the operation
     * @return members of the header and attributes, by name, in the order of the wire
     * @throws io.jnetlink.wire.MalformedMessageException if a length is wrong
     * @throws IllegalArgumentException if the spec has no operation of the name
     */
    public Map<String, Object> decode(String operation, NetlinkBuffer buffer, int offset, int length) {
        OperationSchema found = operation(operation);
        return decoder.body(found.header(), found.attributes(), buffer, offset, length);
    }

    /** Reads the body of a message; see {@link #decode(String, NetlinkBuffer, int, int)}. */
    public Map<String, Object> decode(String operation, byte[] body) {
        return decode(operation, NetlinkBuffer.wrap(body), 0, body.length);
    }

    /** Writes attributes of a set, without a message around them. */
    public byte[] encodeAttributes(String attributeSet, Map<String, ?> fields) {
        MessageWriter out = MessageWriter.onHeap();
        encoder.body(out, null, attributeSet, fields);
        return out.toByteArray();
    }

    /** Reads attributes of a set, without a message around them. */
    public Map<String, Object> decodeAttributes(String attributeSet, byte[] attributes) {
        return decoder.body(null, attributeSet, NetlinkBuffer.wrap(attributes), 0, attributes.length);
    }

    /** Speaks in maps through a client, which stays the caller's. */
    public DynamicClient connect(NetlinkClient client) {
        return new DynamicClient(this, client);
    }

    /**
     * Implements an interface.
     *
     * @param face a public interface, or one in a package that is open to this module
     * @param client what requests go through; it stays the caller's. For a generic family that of {@code GenericNetlink}
     * @return an implementation, thread-safe as the client is
     * @throws BindingException if the interface does not fit the spec, with all mismatches
     */
    public <T> T bind(Class<T> face, NetlinkClient client) {
        return bind(face, client, lookupIn(face));
    }

    /**
     * Implements an interface.
     *
     * @param lookup {@code MethodHandles.lookup()} of a class that can use the interface and its records; the
     *     implementation is put beside that class
     * @throws BindingException if the interface does not fit the spec, with all mismatches
     */
    public <T> T bind(Class<T> face, NetlinkClient client, MethodHandles.Lookup lookup) {
        return binder.bind(face, client, lookup);
    }

    /**
     * Makes a codec between a record and the bodies of an operation's messages.
     *
     * @throws BindingException if the record does not fit the spec, with all mismatches
     */
    public <T> Codec<T> codec(Class<T> record, String operation) {
        return codec(record, operation, lookupIn(record));
    }

    /** Makes a codec for a record that only the class of a lookup can use; see {@link #codec(Class, String)}. */
    public <T> Codec<T> codec(Class<T> record, String operation, MethodHandles.Lookup lookup) {
        OperationSchema found = operation(operation);
        return binder.codec(record, found.header(), found.attributes(), lookup);
    }

    private static MethodHandles.Lookup lookupIn(Class<?> type) {
        try {
            return MethodHandles.privateLookupIn(type, MethodHandles.lookup());
        } catch (IllegalAccessException e) {
            throw new BindingException(
                    type,
                    List.of(type.getSimpleName() + ": its package is not open to " + DynamicFamily.class.getModule()
                            + "; pass MethodHandles.lookup()"));
        }
    }
}
