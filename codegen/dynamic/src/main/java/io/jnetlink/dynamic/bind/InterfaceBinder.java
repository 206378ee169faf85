package io.jnetlink.dynamic.bind;

import io.jnetlink.client.NetlinkClient;
import io.jnetlink.dynamic.BindingException;
import io.jnetlink.dynamic.Codec;
import io.jnetlink.dynamic.map.SpecIndex;
import io.jnetlink.dynamic.runtime.BoundCall;
import io.jnetlink.dynamic.runtime.PreparedRequests;
import io.jnetlink.dynamic.schema.SchemaFactory;
import io.jnetlink.schema.FamilySchema;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.StructIr;
import io.jnetlink.wire.MessageWriter;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import net.bytebuddy.dynamic.scaffold.subclass.ConstructorStrategy;
import net.bytebuddy.jar.asm.Opcodes;
import org.jspecify.annotations.Nullable;

/**
 * Implements users' interfaces: resolves, checks, writes.
 *
 * <p>Immutable.
 */
public final class InterfaceBinder {

    private final Family family;
    private final FamilySchema schema;
    private final SpecIndex spec;

    /** For one family. */
    public InterfaceBinder(Family family, FamilySchema schema, SpecIndex spec) {
        this.family = family;
        this.schema = schema;
        this.spec = spec;
    }

    /**
     * Implements an interface.
     *
     * @param lookup of a class in whose package the implementation is put
     * @throws BindingException with all mismatches
     */
    public <T> T bind(Class<T> face, NetlinkClient client, MethodHandles.Lookup lookup) {
        Mismatches mismatches = new Mismatches();
        ShapeResolver shapes = new ShapeResolver(spec, lookup, mismatches);
        List<MethodPlan> plans = plans(face, lookup, shapes);
        mismatches.throwIfAny(face);
        CodecFactory codecs = new CodecFactory(lookup);
        BoundCall<?, ?>[] calls =
                plans.stream().map(p -> call(p, client, codecs)).toArray(BoundCall<?, ?>[]::new);
        Class<?> implementation = write(face, lookup, plans);
        MethodType constructor = MethodType.methodType(void.class, BoundCall[].class);
        return face.cast(Instances.create(lookup, implementation, constructor, (Object) calls));
    }

    /**
     * Makes the codec of a record.
     *
     * @param header name of the struct in front, if there is one
     * @param set name of the attribute set
     * @throws BindingException with all mismatches
     */
    public <T> Codec<T> codec(Class<T> record, @Nullable String header, String set, MethodHandles.Lookup lookup) {
        Mismatches mismatches = new Mismatches();
        ShapeResolver shapes = new ShapeResolver(spec, lookup, mismatches);
        if (!record.isRecord()) {
            throw new BindingException(record, List.of(record.getSimpleName() + ": is no record"));
        }
        StructIr front = header == null ? null : spec.struct(header);
        Optional<BodyShape> shape = shapes.body(record.getSimpleName(), record, BodyContext.message(front, set));
        mismatches.throwIfAny(record);
        return typed(new CodecFactory(lookup).codec(shape.orElseThrow()));
    }

    /** The codec was made for this record. */
    @SuppressWarnings("unchecked")
    private static <T> Codec<T> typed(Codec<Object> codec) {
        return (Codec<T>) codec;
    }

    private List<MethodPlan> plans(Class<?> face, MethodHandles.Lookup lookup, ShapeResolver shapes) {
        if (!face.isInterface() || face.isSealed() || face.isAnnotation()) {
            shapes.mismatches().add(face.getSimpleName(), "is no interface that could be implemented");
            return List.of();
        } else if ((lookup.lookupModes() & MethodHandles.Lookup.PACKAGE) == 0) {
            shapes.mismatches().add(face.getSimpleName(), lookup + " may not add classes to its package");
            return List.of();
        }
        shapes.javaTypes().isAccessible(face.getSimpleName(), face);
        MethodResolver methods = new MethodResolver(family, shapes);
        return Stream.of(face.getMethods())
                .filter(m -> Modifier.isAbstract(m.getModifiers()))
                .sorted(Comparator.comparing(Method::toString))
                .flatMap(m -> methods.resolve(face, m).stream())
                .toList();
    }

    private BoundCall<?, ?> call(MethodPlan plan, NetlinkClient client, CodecFactory codecs) {
        Codec<?> requests = plan.requestIsRecord() ? codecs.codec(plan.request()) : PreparedRequests.CODEC;
        Codec<?> replies = plan.reply().<Codec<?>>map(codecs::codec).orElse(PreparedRequests.CODEC);
        return new BoundCall<>(
                client, schema, SchemaFactory.operation(plan.operation()), plan.flags(), requests, replies);
    }

    private static Class<?> write(Class<?> face, MethodHandles.Lookup lookup, List<MethodPlan> plans) {
        GeneratedClass written = new GeneratedClass(
                lookup, face.getSimpleName() + "$Bound", face, ConstructorStrategy.Default.NO_CONSTRUCTORS);
        for (int i = 0; i < plans.size(); i++) {
            written.field(field(i), BoundCall.class);
        }
        written.constructor(BoundCall[].class, code -> constructor(code, plans.size()));
        for (int i = 0; i < plans.size(); i++) {
            MethodPlan plan = plans.get(i);
            String field = field(i);
            if (!plan.requestIsRecord()) {
                plan.request().shapes().forEach(written::use);
                plan.request().enums().forEach(written::use);
            }
            written.method(
                    plan.method().getName(),
                    plan.method().getReturnType(),
                    plan.method().getParameterTypes(),
                    code -> method(code, plan, field));
        }
        return written.load();
    }

    private static String field(int index) {
        return "call" + index;
    }

    private static void constructor(Code code, int count) {
        Local self = code.local(Object.class);
        Local calls = code.local(BoundCall[].class);
        try {
            code.load(self).construct(Object.class.getConstructor());
        } catch (NoSuchMethodException e) {
            throw new IllegalStateException(e);
        }
        for (int i = 0; i < count; i++) {
            code.load(self).load(calls).push(i).instruction(Opcodes.AALOAD).putOwnField(field(i), BoundCall.class);
        }
        code.instruction(Opcodes.RETURN);
    }

    private static void method(Code code, MethodPlan plan, String field) {
        code.local(Object.class);
        Map<String, Local> byName = new LinkedHashMap<>();
        List<Local> consumers = new ArrayList<>();
        Local request = null;
        for (var parameter : plan.method().getParameters()) {
            Local local = code.local(parameter.getType());
            byName.put(parameter.getName(), local);
            if (plan.kind() == CallKind.VISIT && parameter.getType() == Consumer.class) {
                consumers.add(local);
            } else {
                request = local;
            }
        }
        if (!plan.requestIsRecord()) {
            request = writeParameters(code, plan, byName);
        }
        code.ownField(field, BoundCall.class).load(Objects.requireNonNull(request));
        consumers.forEach(code::load);
        plan.kind().emit(code, plan.method().getReturnType());
    }

    private static Local writeParameters(Code code, MethodPlan plan, Map<String, Local> byName) {
        Local out = code.call(MessageWriter.class, "onHeap").keep(MessageWriter.class);
        Map<BoundField, Local> values = new LinkedHashMap<>();
        for (BoundField bound : plan.request().fields()) {
            values.put(bound, byName.get(bound.component().name()));
        }
        new BodyWriter(plan.request()).emit(code, out, out, values);
        return out;
    }
}
