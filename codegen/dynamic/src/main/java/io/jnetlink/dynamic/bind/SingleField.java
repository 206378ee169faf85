package io.jnetlink.dynamic.bind;

import io.jnetlink.spec.ir.AttributeIr;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An attribute that stands once; of several the last counts.
 *
 * @param component the Java side
 * @param attribute the spec's side
 * @param presence how the Java type says that it is absent
 * @param sent how it is written
 * @param received how it is read
 */
record SingleField(Component component, AttributeIr attribute, Presence presence, ValueCodec sent, ValueCodec received)
        implements AttributeField {

    @Override
    public boolean isRequired() {
        return presence == Presence.REQUIRED;
    }

    @Override
    public void write(Code code, Local out, Local value) {
        TypeNumber number = TypeNumber.constant(attribute.number());
        presence.ifPresent(code, value, sent.type(), bare -> sent.put(code, out, number, bare));
    }

    @Override
    public List<RecordShape> shapes() {
        return Stream.of(sent, received)
                .flatMap(c -> c.shapes().stream())
                .distinct()
                .toList();
    }

    @Override
    public List<EnumMapping> enums() {
        return Stream.of(sent, received)
                .flatMap(c -> c.enums().stream())
                .distinct()
                .toList();
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
            value = presence.declare(code, received.type());
        }

        @Override
        public List<Case> cases() {
            return List.of(new Case(attribute.number(), attribute.name(), (code, payload) -> {
                received.get(code, payload);
                presence.store(code, value(), received.type());
            }));
        }

        @Override
        public void finish(Code code, Payload list) {}

        @Override
        public void pushResult(Code code) {
            presence.pushResult(code, value());
        }
    }
}
