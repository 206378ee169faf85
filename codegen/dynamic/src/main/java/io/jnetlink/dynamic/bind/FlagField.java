package io.jnetlink.dynamic.bind;

import io.jnetlink.spec.ir.AttributeIr;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An attribute that is sent as a flag: true sends it, false does not, and one that did not come is false.
 *
 * @param component the Java side, a {@code boolean}
 * @param attribute the spec's side
 * @param received how it is read: by its presence, or as the number that it is answered with
 */
record FlagField(Component component, AttributeIr attribute, ValueCodec received) implements AttributeField {

    @Override
    public boolean isRequired() {
        return false;
    }

    @Override
    public void write(Code code, Local out, Local value) {
        new FlagCodec().put(code, out, TypeNumber.constant(attribute.number()), value);
    }

    @Override
    public List<RecordShape> shapes() {
        return List.of();
    }

    @Override
    public List<EnumMapping> enums() {
        return List.of();
    }

    @Override
    public FieldReader reader() {
        return new Reader();
    }

    private final class Reader implements FieldReader {

        private @Nullable Local value;

        private Local value() {
            if (value == null) {
                throw new IllegalStateException("not declared");
            }
            return value;
        }

        @Override
        public void declare(Code code) {
            value = Presence.REQUIRED.declare(code, boolean.class);
        }

        @Override
        public List<Case> cases() {
            return List.of(new Case(attribute.number(), attribute.name(), (code, payload) -> {
                received.get(code, payload);
                code.store(value());
            }));
        }

        @Override
        public void finish(Code code, Payload list) {}

        @Override
        public void pushResult(Code code) {
            code.load(value());
        }
    }
}
