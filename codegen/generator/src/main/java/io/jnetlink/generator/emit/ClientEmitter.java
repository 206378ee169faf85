package io.jnetlink.generator.emit;

import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeSpec;
import io.jnetlink.generator.naming.CoreTypes;
import io.jnetlink.generator.naming.FamilyTypes;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.Operation;
import io.jnetlink.spec.ir.OperationKind;
import java.util.List;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/** The class with a method for each request of a family, and one that subscribes to its notifications. */
final class ClientEmitter {

    private final Family family;
    private final FamilyTypes types;
    private final OperationNames names;
    private final List<Operation> requests;

    ClientEmitter(Family family, FamilyTypes types) {
        this.family = family;
        this.types = types;
        this.names = new OperationNames(family);
        this.requests = family.operations().stream()
                .filter(o -> o.kind() == OperationKind.REQUEST)
                .toList();
    }

    /** Empty for a family that can neither be asked nor listened to. */
    Optional<TypeSpec.Builder> emit() {
        if (requests.isEmpty() && family.multicastGroups().isEmpty()) {
            return Optional.empty();
        }
        TypeSpec.Builder type = TypeSpec.classBuilder(types.client())
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc(new ClientDocs(family, types, names).ofClass())
                .addField(CoreTypes.NETLINK_CLIENT, "client", Modifier.PRIVATE, Modifier.FINAL)
                .addMethod(constructor());
        for (Operation operation : requests) {
            new RequestMethods(types, names, operation).addTo(type);
        }
        if (!family.multicastGroups().isEmpty()) {
            type.addMethod(subscribe());
        }
        return Optional.of(type);
    }

    private MethodSpec constructor() {
        String which = family.protocol().isGeneric()
                ? "that of {@code io.jnetlink.genl.GenericNetlink}"
                : "a client of netlink protocol " + family.protocolNumber();
        return MethodSpec.constructorBuilder()
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc("Sends through a client, which stays the caller's.\n\n@param client $L\n", which)
                .addParameter(CoreTypes.NETLINK_CLIENT, "client")
                .addStatement("this.client = client")
                .build();
    }

    private MethodSpec subscribe() {
        return MethodSpec.methodBuilder("subscribe")
                .addModifiers(Modifier.PUBLIC)
                .addJavadoc(ClientDocs.ofSubscribe(family))
                .returns(CoreTypes.SUBSCRIPTION)
                .addParameter(ArrayTypeName.of(String.class), "groups")
                .varargs()
                .addStatement("return client.subscribe($T.FAMILY, groups)", types.schema())
                .build();
    }
}
