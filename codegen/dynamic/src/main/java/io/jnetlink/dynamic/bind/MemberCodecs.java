package io.jnetlink.dynamic.bind;

import io.jnetlink.dynamic.runtime.Payloads;
import io.jnetlink.wire.HardwareAddress;
import io.jnetlink.wire.IpAddress;
import io.jnetlink.wire.NetlinkBuffer;
import java.util.List;
import net.bytebuddy.jar.asm.Opcodes;

/** The kinds of struct members. */
final class MemberCodecs {

    private MemberCodecs() {}

    /** A number. */
    record OfNumber(NumberCodec number) implements MemberCodec {
        @Override
        public Class<?> type() {
            return number.type();
        }

        @Override
        public void put(Code code, Local buffer, Local at, int offset, Local value) {
            number.putAt(code, buffer, at, offset, value);
        }

        @Override
        public void get(Code code, Local buffer, Local at, int offset) {
            number.getAt(code, buffer, at, offset);
        }
    }

    /** A constant of an enum. */
    record OfEnum(EnumCodec constant) implements MemberCodec {
        @Override
        public Class<?> type() {
            return constant.type();
        }

        @Override
        public void put(Code code, Local buffer, Local at, int offset, Local value) {
            constant.putAt(code, buffer, at, offset, value);
        }

        @Override
        public void get(Code code, Local buffer, Local at, int offset) {
            constant.getAt(code, buffer, at, offset);
        }

        @Override
        public List<EnumMapping> enums() {
            return constant.enums();
        }
    }

    /** Text with room for {@code size} bytes. */
    record OfText(String field, int size) implements MemberCodec {
        @Override
        public Class<?> type() {
            return String.class;
        }

        @Override
        public void put(Code code, Local buffer, Local at, int offset, Local value) {
            pushPlace(code, buffer, at, offset)
                    .push(size)
                    .push(field)
                    .load(value)
                    .call(
                            Payloads.class,
                            "putText",
                            NetlinkBuffer.class,
                            int.class,
                            int.class,
                            String.class,
                            String.class);
        }

        @Override
        public void get(Code code, Local buffer, Local at, int offset) {
            pushPlace(code, buffer, at, offset).push(size).call(NetlinkBuffer.class, "text", int.class, int.class);
        }
    }

    /** Bytes of a fixed number: as they are, or as an address. */
    record OfBytes(Class<?> type, String field, int size) implements MemberCodec {
        @Override
        public void put(Code code, Local buffer, Local at, int offset, Local value) {
            pushPlace(code, buffer, at, offset).push(size).push(field).load(value);
            if (type != byte[].class) {
                code.call(type, "toByteArray");
            }
            code.call(
                    Payloads.class, "putBytes", NetlinkBuffer.class, int.class, int.class, String.class, byte[].class);
        }

        @Override
        public void get(Code code, Local buffer, Local at, int offset) {
            pushPlace(code, buffer, at, offset).push(size).call(NetlinkBuffer.class, "bytes", int.class, int.class);
            if (type == IpAddress.class || type == HardwareAddress.class) {
                code.call(type, "of", byte[].class);
            }
        }
    }

    /** A struct inside. */
    record OfStruct(StructShape shape) implements MemberCodec {
        @Override
        public Class<?> type() {
            return shape.type();
        }

        @Override
        public void put(Code code, Local buffer, Local at, int offset, Local value) {
            code.load(at).push(offset).instruction(Opcodes.IADD);
            Local inner = code.keep(int.class);
            code.load(buffer);
            shape.callWriter(code, inner, value);
        }

        @Override
        public void get(Code code, Local buffer, Local at, int offset) {
            pushPlace(code, buffer, at, offset)
                    .push(shape.struct().size())
                    .callOwn(shape.reader(), shape.type(), NetlinkBuffer.class, int.class, int.class);
        }

        @Override
        public List<RecordShape> shapes() {
            return List.of(shape);
        }
    }

    private static Code pushPlace(Code code, Local buffer, Local at, int offset) {
        return code.load(buffer).load(at).push(offset).instruction(Opcodes.IADD);
    }
}
