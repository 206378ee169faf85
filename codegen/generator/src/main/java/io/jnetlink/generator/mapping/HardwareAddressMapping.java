package io.jnetlink.generator.mapping;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.jnetlink.generator.naming.CoreTypes;

/** A link-layer address. */
record HardwareAddressMapping(LengthLimits limits) implements TypeMapping {

    @Override
    public TypeName type(Face face) {
        return CoreTypes.HARDWARE_ADDRESS;
    }

    @Override
    public CodeBlock read(Face face, int number) {
        return CodeBlock.of("hardwareAddress($L)", number);
    }

    @Override
    public CodeBlock payloadReader(Face face) {
        return CodeBlock.of("(buffer, at, size) -> $T.of(buffer.bytes(at, size))", CoreTypes.HARDWARE_ADDRESS);
    }

    @Override
    public CodeBlock check(int number, String value) {
        return Lengths.check(limits, number, CodeBlock.of("$L.length()", value));
    }

    @Override
    public CodeBlock put(int number, String value) {
        return CodeBlock.builder()
                .addStatement("putHardwareAddress($L, $L)", number, value)
                .build();
    }

    @Override
    public CodeBlock append(CodeBlock type, String value) {
        return CodeBlock.builder()
                .addStatement("out().putBytes($L, $L.toByteArray())", type, value)
                .build();
    }
}
