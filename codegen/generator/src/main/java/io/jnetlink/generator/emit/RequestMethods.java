package io.jnetlink.generator.emit;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import com.palantir.javapoet.WildcardTypeName;
import io.jnetlink.generator.naming.BodyShape;
import io.jnetlink.generator.naming.CoreTypes;
import io.jnetlink.generator.naming.FamilyTypes;
import io.jnetlink.spec.ir.Exchange;
import io.jnetlink.spec.ir.Operation;
import java.util.Optional;
import java.util.function.Consumer;
import javax.lang.model.element.Modifier;

/**
 * The client's methods for one operation.
 *
 * <p>Immutable. Overloads without a request are there where an empty one can make sense: for every dump, and for a single
 * request that has neither attributes nor a fixed header.
 */
final class RequestMethods {

    private static final CodeBlock WITHOUT_REQUEST = CodeBlock.of("The same with an empty request.\n");
    private static final CodeBlock WITH_FLAGS = CodeBlock.of(
            "The same with more flags.\n\n@param flags {@code NLM_F_…} bits of {@link $T}\n", CoreTypes.MESSAGE_FLAGS);

    private final Operation operation;
    private final ClassName message;
    private final String single;
    private final String dump;
    private final CodeBlock request;
    private final boolean hasHeader;
    private final TypeName visitor;

    RequestMethods(FamilyTypes types, OperationNames names, Operation operation) {
        BodyShape body = BodyShape.of(operation).orElseThrow();
        this.operation = operation;
        this.message = types.message(body);
        this.single = names.single(operation);
        this.dump = names.dump(operation);
        this.request =
                CodeBlock.of("$T.of($T.$L, request)", CoreTypes.REQUEST, types.operations(), names.constant(operation));
        this.hasHeader = body.header().isPresent();
        this.visitor = ParameterizedTypeName.get(
                ClassName.get(Consumer.class), WildcardTypeName.supertypeOf(types.messageView(body)));
    }

    void addTo(TypeSpec.Builder type) {
        operation.doExchange().ifPresent(exchange -> addSingle(type, exchange));
        if (operation.dumpExchange().isPresent()) {
            addDump(type);
        }
    }

    private void addSingle(TypeSpec.Builder type, Exchange exchange) {
        boolean answered = exchange.reply().isPresent();
        TypeName result = answered ? ParameterizedTypeName.get(ClassName.get(Optional.class), message) : TypeName.VOID;
        String send = answered ? "return client.get($L)" : "client.acknowledge($L)";
        type.addMethod(method(single, result, ClientDocs.ofSingle(operation))
                .addParameter(message, "request")
                .addStatement(send, request)
                .build());
        type.addMethod(method(single, result, WITH_FLAGS)
                .addParameter(message, "request")
                .addParameter(TypeName.INT, "flags")
                .addStatement(send, CodeBlock.of("$L.withFlags(flags)", request))
                .build());
        if (exchange.request().attributes().isEmpty() && !hasHeader) {
            type.addMethod(method(single, result, WITHOUT_REQUEST)
                    .addStatement("$L$L($L)", answered ? "return " : "", single, empty())
                    .build());
        }
    }

    private void addDump(TypeSpec.Builder type) {
        TypeName values = ParameterizedTypeName.get(CoreTypes.DUMP, message);
        type.addMethod(method(dump, values, ClientDocs.ofDump(operation))
                .addParameter(message, "request")
                .addStatement("return client.dump($L)", request)
                .build());
        type.addMethod(method(dump, values, WITHOUT_REQUEST)
                .addStatement("return $L($L)", dump, empty())
                .build());
        type.addMethod(method(dump, TypeName.BOOLEAN, ClientDocs.ofVisit(operation))
                .addParameter(message, "request")
                .addParameter(visitor, "visitor")
                .addStatement("return client.dump($L, visitor)", request)
                .build());
        type.addMethod(method(dump, TypeName.BOOLEAN, WITHOUT_REQUEST)
                .addParameter(visitor, "visitor")
                .addStatement("return $L($L, visitor)", dump, empty())
                .build());
    }

    private CodeBlock empty() {
        return CodeBlock.of("$T.builder().build()", message);
    }

    private static MethodSpec.Builder method(String name, TypeName result, CodeBlock doc) {
        return MethodSpec.methodBuilder(name)
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(doc)
                .returns(result);
    }
}
