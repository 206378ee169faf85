package io.jnetlink.dynamic.bind;

import io.jnetlink.dynamic.map.NumberFormat;
import java.util.List;

/**
 * A number as a constant of the user's enum.
 *
 * @param mapping constants and numbers
 * @param format the wire
 * @param field how messages name the field
 */
record EnumCodec(EnumMapping mapping, NumberFormat format, String field) implements ValueCodec {

    @Override
    public Class<?> type() {
        return mapping.type();
    }

    @Override
    public List<EnumMapping> enums() {
        return List.of(mapping);
    }

    private NumberAccess access() {
        return new NumberAccess(format);
    }

    @Override
    public void put(Code code, Local out, TypeNumber number, Local value) {
        access().put(code, out, number, () -> pushNumber(code, value));
    }

    void putAt(Code code, Local buffer, Local at, int offset, Local value) {
        access().putAt(code, buffer, at, offset, () -> pushNumber(code, value));
    }

    private void pushNumber(Code code, Local value) {
        code.load(value)
                .push(field)
                .callOwn(mapping.toNumber(), long.class, mapping.type(), String.class)
                .convert(long.class, access().wireType());
    }

    @Override
    public void get(Code code, Payload payload) {
        payload.need(code, format.minimumBytes());
        access().read(code, payload.buffer(), payload.at(), 0, () -> code.load(payload.size()));
        fromNumber(code, payload.at(), payload.name());
    }

    void getAt(Code code, Local buffer, Local at, int offset) {
        access().read(code, buffer, at, offset, () -> code.push(Long.BYTES));
        fromNumber(code, at, field);
    }

    private void fromNumber(Code code, Local at, String name) {
        code.convert(access().wireType(), long.class)
                .load(at)
                .push(name)
                .callOwn(mapping.fromNumber(), mapping.type(), long.class, int.class, String.class);
    }
}
