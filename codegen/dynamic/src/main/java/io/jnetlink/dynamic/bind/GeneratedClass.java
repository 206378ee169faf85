package io.jnetlink.dynamic.bind;

import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.lang.invoke.MethodHandles;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Consumer;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.ClassFileVersion;
import net.bytebuddy.asm.AsmVisitorWrapper;
import net.bytebuddy.description.modifier.Ownership;
import net.bytebuddy.description.modifier.SyntheticState;
import net.bytebuddy.description.modifier.TypeManifestation;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.dynamic.DynamicType;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.dynamic.scaffold.TypeValidation;
import net.bytebuddy.dynamic.scaffold.subclass.ConstructorStrategy;
import net.bytebuddy.implementation.Implementation;
import net.bytebuddy.implementation.bytecode.ByteCodeAppender;
import net.bytebuddy.jar.asm.ClassWriter;
import net.bytebuddy.utility.RandomString;

/**
 * A class that is being put together.
 *
 * <p>Not thread-safe. It gets a static method of its own for each record and enum, and is loaded beside the class of a
 * lookup, so that it sees what that class sees.
 */
final class GeneratedClass {

    private final MethodHandles.Lookup lookup;
    private DynamicType.Builder<Object> builder;
    private final Set<RecordShape> shapes = new LinkedHashSet<>();
    private final Set<EnumMapping> enums = new LinkedHashSet<>();

    /**
     * @param stem what its name starts with
     * @param face the interface that it implements
     * @param constructors what constructors it gets by itself
     */
    GeneratedClass(MethodHandles.Lookup lookup, String stem, Class<?> face, ConstructorStrategy constructors) {
        this.lookup = lookup;
        String home = lookup.lookupClass().getPackageName();
        String name = (home.isEmpty() ? "" : home + ".") + stem + "$" + RandomString.make();
        this.builder = new ByteBuddy(ClassFileVersion.JAVA_V17)
                .with(TypeValidation.DISABLED)
                .subclass(Object.class, constructors)
                .implement(face)
                .name(name)
                .modifiers(Visibility.PUBLIC, TypeManifestation.FINAL, SyntheticState.SYNTHETIC)
                .visit(new AsmVisitorWrapper.ForDeclaredMethods().writerFlags(ClassWriter.COMPUTE_FRAMES));
    }

    /** Adds an instance method of the interface. */
    void method(String name, Class<?> result, Class<?>[] parameters, Consumer<Code> body) {
        builder = builder.defineMethod(name, result, Visibility.PUBLIC)
                .withParameters(parameters)
                .intercept(implementation(body));
    }

    /** Adds a constructor. */
    void constructor(Class<?> parameter, Consumer<Code> body) {
        builder = builder.defineConstructor(Visibility.PUBLIC)
                .withParameters(parameter)
                .intercept(implementation(body));
    }

    /** Adds a field. */
    void field(String name, Class<?> type) {
        builder = builder.defineField(name, type, Visibility.PRIVATE);
    }

    /** Adds the methods of a record, and of all that it needs, unless they are there. */
    void use(RecordShape root) {
        Deque<RecordShape> open = new ArrayDeque<>();
        open.add(root);
        while (!open.isEmpty()) {
            RecordShape shape = open.remove();
            if (shapes.add(shape)) {
                add(shape);
                open.addAll(shape.shapes());
                shape.enums().forEach(this::use);
            }
        }
    }

    /** Adds the methods of an enum, unless they are there. */
    void use(EnumMapping mapping) {
        if (enums.add(mapping)) {
            EnumWriter writer = new EnumWriter(mapping);
            own(mapping.toNumber(), long.class, new Class<?>[] {mapping.type(), String.class}, writer::emitToNumber);
            own(
                    mapping.fromNumber(),
                    mapping.type(),
                    new Class<?>[] {long.class, int.class, String.class},
                    writer::emitFromNumber);
        }
    }

    private void add(RecordShape shape) {
        if (shape instanceof StructShape struct) {
            own(
                    shape.writer(),
                    void.class,
                    new Class<?>[] {NetlinkBuffer.class, int.class, shape.type()},
                    struct::emitWriter);
            own(
                    shape.reader(),
                    shape.type(),
                    new Class<?>[] {NetlinkBuffer.class, int.class, int.class},
                    struct::emitReader);
        } else if (shape instanceof BodyShape body) {
            own(
                    shape.writer(),
                    void.class,
                    new Class<?>[] {MessageWriter.class, shape.type()},
                    new BodyWriter(body)::emit);
            own(
                    shape.reader(),
                    shape.type(),
                    new Class<?>[] {NetlinkBuffer.class, int.class, int.class, int.class},
                    code -> new BodyReader(body, code).emit());
        }
    }

    /** Adds a static method of its own. */
    private void own(String name, Class<?> result, Class<?>[] parameters, Consumer<Code> body) {
        builder = builder.defineMethod(name, result, Visibility.PRIVATE, Ownership.STATIC)
                .withParameters(parameters)
                .intercept(implementation(body));
    }

    /** Loads it. */
    Class<?> load() {
        return builder.make()
                .load(lookup.lookupClass().getClassLoader(), ClassLoadingStrategy.UsingLookup.of(lookup))
                .getLoaded();
    }

    private static Implementation implementation(Consumer<Code> body) {
        return new Implementation.Simple((ByteCodeAppender) (visitor, context, method) -> {
            body.accept(new Code(visitor, context.getInstrumentedType().getInternalName()));
            // The class writer works out what the stack and the variables need.
            return new ByteCodeAppender.Size(0, method.getStackSize());
        });
    }
}
