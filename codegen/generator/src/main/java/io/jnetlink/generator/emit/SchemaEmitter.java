package io.jnetlink.generator.emit;

import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.jnetlink.generator.mapping.Literals;
import io.jnetlink.generator.naming.CoreTypes;
import io.jnetlink.generator.naming.FamilyTypes;
import io.jnetlink.generator.naming.NameScope;
import io.jnetlink.spec.JavaNames;
import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.AttributeSetIr;
import io.jnetlink.spec.ir.EntryIr;
import io.jnetlink.spec.ir.EnumIr;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.FormatIr;
import io.jnetlink.spec.ir.MulticastGroupIr;
import io.jnetlink.spec.ir.Operation;
import io.jnetlink.spec.ir.OperationKind;
import io.jnetlink.spec.ir.SubMessageIr;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import javax.lang.model.element.Modifier;

/**
 * The class that holds what the spec says, for use at run time.
 *
 * <p>A method of a class file has at most 64 KiB of code, so every set has a method of its own, and one with very many
 * attributes has several.
 */
final class SchemaEmitter {

    /** An attribute takes some 60 bytes of code, a struct member or enum entry fewer. */
    private static final int MOST_IN_A_METHOD = 500;

    private final Family family;
    private final FamilyTypes types;
    private final AttributeSchemaCode attributes;
    private final StructSchemaCode structs;
    private final NameScope methodNames = new NameScope(Set.of("family"));
    private final CodeBlock.Builder calls = CodeBlock.builder();
    private final List<MethodSpec> methods = new ArrayList<>();

    SchemaEmitter(Family family, FamilyTypes types) {
        this.family = family;
        this.types = types;
        this.attributes = new AttributeSchemaCode(types);
        this.structs = new StructSchemaCode(types);
    }

    TypeSpec.Builder emit() {
        inGroups("enums", family.enums(), e -> e.entries().size() + 1, this::enumeration);
        inGroups("structs", family.structs(), s -> s.members().size() + 1, structs::struct);
        family.attributeSets().forEach(this::set);
        inGroups("subMessages", family.subMessages(), s -> s.formats().size() + 1, SchemaEmitter::subMessage);
        inGroups("operations", numbered(), o -> 1, SchemaEmitter::operation);
        inGroups("groups", family.multicastGroups(), g -> 1, SchemaEmitter::group);
        return TypeSpec.classBuilder(types.schema())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("What the spec of {@code $L} says, for use at run time.\n", family.name())
                .addField(FieldSpec.builder(
                                CoreTypes.FAMILY_SCHEMA, "FAMILY", Modifier.PUBLIC, Modifier.STATIC, Modifier.FINAL)
                        .addJavadoc("The family.\n")
                        .initializer("build()")
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .build())
                .addMethod(build())
                .addMethods(methods);
    }

    private MethodSpec build() {
        CodeBlock start = family.protocol().isGeneric()
                ? CodeBlock.of("$T.generic($S)$L", CoreTypes.FAMILY_SCHEMA, family.name(), version())
                : CodeBlock.of("$T.raw($S, $L)", CoreTypes.FAMILY_SCHEMA, family.name(), family.protocolNumber());
        return MethodSpec.methodBuilder("build")
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .returns(CoreTypes.FAMILY_SCHEMA)
                .addStatement("$T family = $L", CoreTypes.FAMILY_SCHEMA.nestedClass("Builder"), start)
                .addCode(calls.build())
                .addStatement("return family.build()")
                .build();
    }

    private CodeBlock version() {
        return family.version() == 1 ? CodeBlock.of("") : CodeBlock.of(".version($L)", family.version());
    }

    private List<Operation> numbered() {
        return family.operations().stream()
                .filter(o -> o.kind() != OperationKind.RESERVED)
                .toList();
    }

    private <T> void inGroups(String name, List<T> all, ToIntFunction<T> weight, Function<T, CodeBlock> code) {
        CodeBlock.Builder body = CodeBlock.builder();
        int total = 0;
        for (T element : all) {
            total += weight.applyAsInt(element);
            body.add(code.apply(element));
            if (total >= MOST_IN_A_METHOD) {
                addMethod(name, body.build());
                body = CodeBlock.builder();
                total = 0;
            }
        }
        if (total > 0) {
            addMethod(name, body.build());
        }
    }

    private void set(AttributeSetIr set) {
        List<AttributeIr> distinct = AttributeSchemaCode.distinct(set);
        String name = "set" + JavaNames.type(set.name());
        for (int from = 0; from == 0 || from < distinct.size(); from += MOST_IN_A_METHOD) {
            List<AttributeIr> part = distinct.subList(from, Math.min(from + MOST_IN_A_METHOD, distinct.size()));
            CodeBlock arguments = part.stream()
                    .map(a -> CodeBlock.of(",\n$L", attributes.attribute(a)))
                    .collect(CodeBlock.joining(""));
            addMethod(
                    name,
                    CodeBlock.builder()
                            .addStatement("family.set($S$L)", set.name(), arguments)
                            .build());
        }
        if (set.ordered()) {
            calls.addStatement("family.ordered($S)", set.name());
        }
    }

    private void addMethod(String name, CodeBlock body) {
        String unique = methodNames.unique(name);
        calls.addStatement("$L(family)", unique);
        methods.add(MethodSpec.methodBuilder(unique)
                .addModifiers(Modifier.PRIVATE, Modifier.STATIC)
                .addParameter(CoreTypes.FAMILY_SCHEMA.nestedClass("Builder"), "family")
                .addCode(body)
                .build());
    }

    private CodeBlock enumeration(EnumIr enumIr) {
        CodeBlock.Builder code = CodeBlock.builder();
        if (types.hasEnumeration(enumIr.name())) {
            code.add(enumeration(enumIr, "enumeration", enumIr.name(), EntryIr::value));
        }
        if (types.hasFlags(enumIr.name())) {
            code.add(enumeration(enumIr, "flags", types.flagsSchemaName(enumIr.name()), EntryIr::mask));
        }
        return code.build();
    }

    private static CodeBlock enumeration(EnumIr enumIr, String method, String name, Function<EntryIr, Long> value) {
        CodeBlock entries = enumIr.entries().stream()
                .map(e -> CodeBlock.of("\n.entry($S, $L)", e.name(), Literals.decimal(value.apply(e))))
                .collect(CodeBlock.joining(""));
        return CodeBlock.builder()
                .addStatement("family.enumeration($T.$L($S)$L\n.build())", CoreTypes.ENUM_SCHEMA, method, name, entries)
                .build();
    }

    private static CodeBlock subMessage(SubMessageIr subMessage) {
        CodeBlock.Builder formats = CodeBlock.builder();
        for (FormatIr format : subMessage.formats()) {
            formats.add(
                    "\n.format($S, $S, $S)",
                    format.value(),
                    format.fixedHeader().orElse(null),
                    format.attributeSet().orElse(null));
        }
        return CodeBlock.builder()
                .addStatement(
                        "family.subMessage($T.builder($S)$L\n.build())",
                        CoreTypes.SUB_MESSAGE_SCHEMA,
                        subMessage.name(),
                        formats.build())
                .build();
    }

    private static CodeBlock operation(Operation operation) {
        return CodeBlock.builder()
                .addStatement(
                        "family.operation(new $T($S, $L, $L, $S, $S))",
                        CoreTypes.OPERATION_SCHEMA,
                        operation.name(),
                        OperationNumbers.request(operation),
                        OperationNumbers.reply(operation),
                        operation.fixedHeader().orElse(null),
                        operation.attributeSet().orElseThrow())
                .build();
    }

    private static CodeBlock group(MulticastGroupIr group) {
        return CodeBlock.builder()
                .addStatement(
                        "family.group($S, $L)", group.name(), group.number().orElse(0))
                .build();
    }
}
