package io.jnetlink.generator.emit;

import com.palantir.javapoet.CodeBlock;
import io.jnetlink.generator.mapping.Docs;
import io.jnetlink.generator.naming.BodyShape;
import io.jnetlink.generator.naming.FamilyTypes;
import io.jnetlink.spec.ir.Exchange;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.MulticastGroupIr;
import io.jnetlink.spec.ir.Operation;
import io.jnetlink.spec.ir.OperationKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Javadoc of a family's client.
 *
 * <p>Immutable.
 */
final class ClientDocs {

    private final Family family;
    private final FamilyTypes types;
    private final OperationNames names;

    ClientDocs(Family family, FamilyTypes types, OperationNames names) {
        this.family = family;
        this.types = types;
        this.names = names;
    }

    CodeBlock ofClass() {
        CodeBlock.Builder doc = CodeBlock.builder()
                .add("Asks the kernel's family {@code $L}: a method for each of its requests.\n\n", family.name())
                .add(
                        "<p>Thread-safe; requests of several threads take turns. A dump has {@code Dump} behind the name of\n")
                .add("its operation and comes in two forms: as values, and through a view that moves from message to\n")
                .add("message without allocation. All methods throw\n")
                .add("{@link io.jnetlink.client.KernelRejectedException} if the kernel refuses and\n")
                .add("{@link io.jnetlink.client.RequestTimeoutException} if it does not answer in time.\n");
        if (!family.multicastGroups().isEmpty()) {
            doc.add(notifications());
        }
        return doc.build();
    }

    /** How the notifications of a subscription are told apart, by the first that the spec has. */
    private CodeBlock notifications() {
        Optional<Operation> told = family.operations().stream()
                .filter(o -> o.kind() == OperationKind.NOTIFICATION || o.kind() == OperationKind.EVENT)
                .findFirst();
        CodeBlock groups = CodeBlock.of("\n<p>Multicast groups: $L.\n", groups(family));
        if (told.isEmpty()) {
            return groups;
        }
        String group = told.get()
                .multicastGroup()
                .orElse(family.multicastGroups().get(0).name());
        String constant = types.operations().simpleName() + "." + names.constant(told.get());
        BodyShape body = BodyShape.of(told.get()).orElseThrow();
        return CodeBlock.builder()
                .add(groups)
                .add(
                        "A subscription delivers what the kernel sends to them; the constants of {@link $T} tell what it is:\n",
                        types.operations())
                .add("\n<pre>{@code\n")
                .add("try (Subscription news = client.subscribe(\"$L\")) {\n", group)
                .add("    Optional<SubscriptionEvent> event = news.next(Duration.ofSeconds(5));\n")
                .add("    if (event.orElse(null) instanceof Notification told && told.is($L)) {\n", constant)
                .add(
                        "        $L message = told.body($L);\n",
                        types.message(body).simpleName(),
                        constant)
                .add("    }\n")
                .add("}\n")
                .add("}</pre>\n")
                .build();
    }

    private static String groups(Family family) {
        return family.multicastGroups().stream()
                .map(MulticastGroupIr::name)
                .map(name -> "{@code " + name + "}")
                .collect(Collectors.joining(", "));
    }

    static CodeBlock ofSubscribe(Family family) {
        return CodeBlock.builder()
                .add(
                        "Listens to multicast groups, on a socket of its own; messages of other families in the same groups\n")
                .add("come along.\n\n")
                .add("@param groups names of groups: $L\n", groups(family))
                .add("@throws IllegalArgumentException if there is no group of a name\n")
                .add("@throws io.jnetlink.sys.SyscallException if the kernel refuses the socket or a group\n")
                .build();
    }

    static CodeBlock ofSingle(Operation operation) {
        Exchange exchange = operation.doExchange().orElseThrow();
        CodeBlock.Builder doc = CodeBlock.builder().add(about(operation)).add("\n@param request what is asked\n");
        return exchange.reply().isEmpty()
                ? doc.build()
                : doc.add("@return the answer, or the first of several; empty if the kernel only acknowledged\n")
                        .build();
    }

    static CodeBlock ofDump(Operation operation) {
        return CodeBlock.builder()
                .add(about(operation))
                .add("\n@param request what is asked; often it filters what is listed\n")
                .add("@return everything that was listed\n")
                .build();
    }

    static CodeBlock ofVisit(Operation operation) {
        return CodeBlock.builder()
                .add(about(operation))
                .add("\n@param request what is asked; often it filters what is listed\n")
                .add("@param visitor called for each message; the view is valid during the call only\n")
                .add("@return whether something changed meanwhile, so that entries may be missing or stand twice\n")
                .build();
    }

    private static CodeBlock about(Operation operation) {
        List<String> notes = new ArrayList<>(Docs.since(operation.since()));
        // Written by the spec as the kernel's operation flags.
        if (operation.permissions().contains("admin-perm")) {
            notes.add("Needs {@code CAP_NET_ADMIN} in the initial user namespace.");
        } else if (operation.permissions().contains("uns-admin-perm")) {
            notes.add("Needs {@code CAP_NET_ADMIN}.");
        }
        return Docs.of(operation.cName(), operation.doc(), "Operation {@code " + operation.name() + "}.", notes);
    }
}
