package io.jnetlink.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeSpec;
import io.jnetlink.generator.mapping.Docs;
import io.jnetlink.generator.naming.BodyShape;
import io.jnetlink.generator.naming.CoreTypes;
import io.jnetlink.generator.naming.FamilyTypes;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.lang.model.element.Modifier;

/** The class of a family's operations. */
final class OperationsEmitter {

    private final Family family;
    private final FamilyTypes types;

    OperationsEmitter(Family family, FamilyTypes types) {
        this.family = family;
        this.types = types;
    }

    TypeSpec.Builder emit() {
        TypeSpec.Builder type = TypeSpec.classBuilder(types.operations())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc(Docs.of(Optional.empty(), family.doc(), "Operations of {@code " + family.name() + "}."))
                .addJavadoc("\n<p>Constants only.\n");
        OperationNames names = new OperationNames(family);
        for (Operation operation : family.operations()) {
            BodyShape.of(operation)
                    .ifPresent(body -> type.addField(constant(operation, body, names.constant(operation))));
        }
        return type.addMethod(
                MethodSpec.constructorBuilder().addModifiers(Modifier.PRIVATE).build());
    }

    private FieldSpec constant(Operation operation, BodyShape body, String name) {
        ClassName value = types.message(body);
        ClassName view = types.messageView(body);
        return FieldSpec.builder(
                        ParameterizedTypeName.get(CoreTypes.OPERATION, value, view),
                        name,
                        Modifier.PUBLIC,
                        Modifier.STATIC,
                        Modifier.FINAL)
                .addJavadoc(doc(operation))
                .initializer(
                        "new $T<>($T.FAMILY, $T.FAMILY.operation($S), $L, $T::decode, $T::new)",
                        CoreTypes.OPERATION,
                        types.schema(),
                        types.schema(),
                        operation.name(),
                        OperationNumbers.flags(operation),
                        value,
                        view)
                .build();
    }

    private static CodeBlock doc(Operation operation) {
        List<String> notes = new ArrayList<>();
        int request = OperationNumbers.request(operation);
        int reply = OperationNumbers.reply(operation);
        if (request >= 0) {
            notes.add(reply >= 0 ? "Request " + request + ", reply " + reply + "." : "Request " + request + ".");
        } else if (reply >= 0) {
            notes.add("Sent by the kernel as " + reply + ".");
        }
        OperationNumbers.otherDumpReply(operation).ifPresent(n -> notes.add("A dump is answered with " + n + "."));
        if (!operation.requestFlags().isEmpty()) {
            notes.add(operation.requestFlags().stream()
                    .map(f -> "{@code NLM_F_" + f.name() + "}")
                    .collect(Collectors.joining(", ", "Carries ", ".")));
        }
        operation.multicastGroup().ifPresent(g -> notes.add("Group {@code " + g + "}."));
        notes.addAll(Docs.since(operation.since()));
        return Docs.of(operation.cName(), operation.doc(), "Operation {@code " + operation.name() + "}.", notes);
    }
}
