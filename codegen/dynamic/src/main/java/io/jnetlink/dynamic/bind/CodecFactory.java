package io.jnetlink.dynamic.bind;

import io.jnetlink.dynamic.Codec;
import io.jnetlink.wire.MessageWriter;
import io.jnetlink.wire.NetlinkBuffer;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.util.HashMap;
import java.util.Map;
import net.bytebuddy.dynamic.scaffold.subclass.ConstructorStrategy;
import net.bytebuddy.jar.asm.Opcodes;

/** Makes the codecs of records, each class once. Not thread-safe. */
final class CodecFactory {

    private final MethodHandles.Lookup lookup;
    private final Map<RecordShape, Codec<Object>> made = new HashMap<>();

    CodecFactory(MethodHandles.Lookup lookup) {
        this.lookup = lookup;
    }

    Codec<Object> codec(BodyShape shape) {
        Codec<Object> codec = made.get(shape);
        if (codec == null) {
            codec = make(shape);
            made.put(shape, codec);
        }
        return codec;
    }

    /** The record is all that the written class lets in and out. */
    @SuppressWarnings("unchecked")
    private Codec<Object> make(BodyShape shape) {
        Class<?> record = shape.type();
        GeneratedClass written = new GeneratedClass(
                lookup,
                record.getSimpleName() + "$Codec",
                Codec.class,
                ConstructorStrategy.Default.DEFAULT_CONSTRUCTOR);
        written.use(shape);
        written.method("write", void.class, new Class<?>[] {MessageWriter.class, Object.class}, code -> {
            code.local(Object.class);
            Local out = code.local(MessageWriter.class);
            Local value = code.local(Object.class);
            code.load(out).load(value).cast(record);
            code.callOwn(shape.writer(), void.class, MessageWriter.class, record)
                    .instruction(Opcodes.RETURN);
        });
        Class<?>[] place = {NetlinkBuffer.class, int.class, int.class};
        written.method("read", Object.class, place, code -> {
            code.local(Object.class);
            code.load(code.local(NetlinkBuffer.class))
                    .load(code.local(int.class))
                    .load(code.local(int.class));
            code.push(0)
                    .callOwn(shape.reader(), record, NetlinkBuffer.class, int.class, int.class, int.class)
                    .result(Object.class);
        });
        return (Codec<Object>) Instances.create(lookup, written.load(), MethodType.methodType(void.class));
    }
}
