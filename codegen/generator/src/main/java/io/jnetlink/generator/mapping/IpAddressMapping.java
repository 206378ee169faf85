package io.jnetlink.generator.mapping;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.TypeName;
import io.jnetlink.generator.naming.CoreTypes;

/**
 * An IP address in network order.
 *
 * @param size 4, 16, or 0 where both may come
 */
record IpAddressMapping(int size) implements TypeMapping {

    @Override
    public TypeName type(Face face) {
        return CoreTypes.IP_ADDRESS;
    }

    @Override
    public int minimum() {
        return size == 0 ? 4 : size;
    }

    @Override
    public CodeBlock read(Face face, int number) {
        return size == 0 ? CodeBlock.of("ipAddress($L)", number) : CodeBlock.of("ipAddress($L, $L)", number, size);
    }

    @Override
    public CodeBlock payloadReader(Face face) {
        CodeBlock length = size == 0 ? CodeBlock.of("size >= 16 ? 16 : 4") : CodeBlock.of("$L", size);
        return CodeBlock.of("(buffer, at, size) -> $T.of(buffer.bytes(at, $L))", CoreTypes.IP_ADDRESS, length);
    }

    @Override
    public CodeBlock check(int number, String value) {
        return CodeBlock.builder()
                .addStatement("checkIpAddress($L, $L, $L)", number, value, size)
                .build();
    }

    @Override
    public CodeBlock put(int number, String value) {
        return CodeBlock.builder()
                .addStatement("putBytes($L, $L.toByteArray())", number, value)
                .build();
    }

    @Override
    public CodeBlock append(CodeBlock type, String value) {
        return CodeBlock.builder()
                .addStatement("out().putBytes($L, $L.toByteArray())", type, value)
                .build();
    }
}
