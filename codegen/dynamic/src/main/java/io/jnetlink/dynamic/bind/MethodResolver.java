package io.jnetlink.dynamic.bind;

import io.jnetlink.client.Dump;
import io.jnetlink.dynamic.Attribute;
import io.jnetlink.dynamic.Header;
import io.jnetlink.dynamic.map.NearMiss;
import io.jnetlink.dynamic.map.SpecIndex;
import io.jnetlink.spec.ir.AttributeIr;
import io.jnetlink.spec.ir.Exchange;
import io.jnetlink.spec.ir.Family;
import io.jnetlink.spec.ir.Operation;
import io.jnetlink.spec.ir.OperationKind;
import io.jnetlink.spec.ir.RequestFlag;
import io.jnetlink.spec.ir.StructIr;
import io.jnetlink.spec.ir.TypeIr;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.Type;
import java.lang.reflect.WildcardType;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Finds the operation that each method stands for, and the records that it takes and returns. Not thread-safe. */
final class MethodResolver {

    private final Family family;
    private final ShapeResolver shapes;

    MethodResolver(Family family, ShapeResolver shapes) {
        this.family = family;
        this.shapes = shapes;
    }

    Optional<MethodPlan> resolve(Class<?> face, Method method) {
        String place = face.getSimpleName() + "." + method.getName();
        Optional<Operation> operation = operation(place, method);
        Optional<CallKind> kind = kind(place, method);
        if (operation.isEmpty() || kind.isEmpty()) {
            return Optional.empty();
        }
        int flags = flags(method) | flags(operation.get());
        boolean fits = isSent(place, operation.get())
                && hasExchange(place, operation.get(), kind.get())
                && hasReply(place, operation.get(), kind.get(), flags);
        if (!fits) {
            return Optional.empty();
        }
        Optional<BodyShape> reply = kind.get() == CallKind.ACKNOWLEDGE
                ? Optional.empty()
                : reply(place, method, operation.get(), kind.get());
        List<Component> parameters = parameters(place, method, kind.get());
        boolean isRecord = isBodyRecord(operation.get(), parameters);
        Optional<BodyShape> request = isRecord
                ? shapes.body(place, parameters.get(0).raw(), context(operation.get()))
                : Optional.of(shapes.parameters(context(operation.get()), parameters));
        return request.map(r -> new MethodPlan(method, operation.get(), flags, kind.get(), r, isRecord, reply));
    }

    private Optional<Operation> operation(String place, Method method) {
        io.jnetlink.dynamic.Operation annotation = method.getAnnotation(io.jnetlink.dynamic.Operation.class);
        String given = annotation == null ? "" : annotation.value();
        Optional<Operation> found = family.operations().stream()
                .filter(o -> given.isEmpty()
                        ? NearMiss.plain(o.name()).equals(NearMiss.plain(method.getName()))
                        : o.name().equals(given))
                .findFirst();
        if (found.isEmpty()) {
            String wanted = given.isEmpty() ? method.getName() : given;
            List<String> known =
                    family.operations().stream().map(Operation::name).toList();
            shapes.mismatches()
                    .add(
                            place,
                            "family " + family.name() + " has no operation " + wanted + NearMiss.hint(wanted, known));
        }
        return found;
    }

    private Optional<CallKind> kind(String place, Method method) {
        Class<?> result = method.getReturnType();
        boolean visits = consumer(method) != null;
        if (visits && result == boolean.class) {
            return Optional.of(CallKind.VISIT);
        } else if (visits) {
            shapes.mismatches()
                    .add(place, "takes a Consumer, so it must return boolean: whether the dump was interrupted");
            return Optional.empty();
        } else if (result == void.class) {
            return Optional.of(CallKind.ACKNOWLEDGE);
        } else if (result == Optional.class) {
            return Optional.of(CallKind.GET);
        } else if (result == List.class) {
            return Optional.of(CallKind.LIST);
        } else if (result == Dump.class) {
            return Optional.of(CallKind.DUMP);
        } else if (result.isRecord()) {
            return Optional.of(CallKind.ONLY);
        }
        shapes.mismatches()
                .add(
                        place,
                        "returns " + result.getSimpleName()
                                + ": must be void, a record, Optional, List or Dump of a record, or boolean with a Consumer");
        return Optional.empty();
    }

    private boolean isSent(String place, Operation operation) {
        if (operation.kind() == OperationKind.REQUEST) {
            return true;
        }
        String what = operation.kind() == OperationKind.RESERVED ? "reserved" : "sent by the kernel only";
        shapes.mismatches().add(place, "operation " + operation.name() + " is " + what);
        return false;
    }

    private boolean hasExchange(String place, Operation operation, CallKind kind) {
        if (exchange(operation, kind).isPresent()) {
            return true;
        }
        shapes.mismatches()
                .add(
                        place,
                        kind.isDump()
                                ? "operation " + operation.name()
                                        + " has no dump, which List, Dump and Consumer need: return void, a record or Optional"
                                : "operation " + operation.name()
                                        + " has only a dump: return List or Dump, or take a Consumer");
        return false;
    }

    private boolean hasReply(String place, Operation operation, CallKind kind, int flags) {
        boolean echoed = (flags & RequestFlag.ECHO.mask()) != 0;
        if (kind == CallKind.ACKNOWLEDGE
                || echoed
                || exchange(operation, kind).flatMap(Exchange::reply).isPresent()) {
            return true;
        }
        shapes.mismatches().add(place, "operation " + operation.name() + " has no reply: return void");
        return false;
    }

    private static Optional<Exchange> exchange(Operation operation, CallKind kind) {
        return kind.isDump() ? operation.dumpExchange() : operation.doExchange();
    }

    private Optional<BodyShape> reply(String place, Method method, Operation operation, CallKind kind) {
        Type type = kind == CallKind.VISIT ? consumer(method) : method.getGenericReturnType();
        if (kind != CallKind.ONLY) {
            type = argument(type);
        }
        if (type == null || !Component.rawOf(type).isRecord()) {
            String what = type == null ? "without a type argument" : "of " + Component.nameOf(type);
            shapes.mismatches()
                    .add(
                            place,
                            "answers " + what + ", but the reply of operation " + operation.name()
                                    + " must be a record");
            return Optional.empty();
        }
        return shapes.body(place, Component.rawOf(type), context(operation));
    }

    /** The only type argument, or the lower bound of {@code ? super}; null if there is none. */
    private static @Nullable Type argument(@Nullable Type type) {
        if (!(type instanceof ParameterizedType parameterized)) {
            return null;
        }
        Type argument = parameterized.getActualTypeArguments()[0];
        return argument instanceof WildcardType wildcard && wildcard.getLowerBounds().length == 1
                ? wildcard.getLowerBounds()[0]
                : argument;
    }

    /** The type of the consumer among the parameters; null if there is none. */
    private static @Nullable Type consumer(Method method) {
        for (Parameter parameter : method.getParameters()) {
            if (parameter.getType() == Consumer.class) {
                return parameter.getParameterizedType();
            }
        }
        return null;
    }

    private List<Component> parameters(String place, Method method, CallKind kind) {
        List<Component> components = new ArrayList<>();
        int index = 0;
        for (Parameter parameter : method.getParameters()) {
            index++;
            if (kind == CallKind.VISIT && parameter.getType() == Consumer.class) {
                continue;
            }
            boolean named = parameter.isNamePresent()
                    || parameter.isAnnotationPresent(Attribute.class)
                    || parameter.isAnnotationPresent(Header.class)
                            && !parameter.getAnnotation(Header.class).value().isEmpty();
            if (!named && !(parameter.getType().isRecord() && method.getParameterCount() <= 2)) {
                shapes.mismatches()
                        .add(
                                place,
                                "parameter " + index
                                        + " has no name: add @Attribute or @Header, or compile with -parameters");
                continue;
            }
            components.add(new Component(
                    place + "(" + parameter.getName() + ")",
                    parameter.getName(),
                    parameter.getParameterizedType(),
                    parameter,
                    null));
        }
        return components;
    }

    /** A single record is the whole body, unless annotation or name say that it is one of its fields. */
    private boolean isBodyRecord(Operation operation, List<Component> parameters) {
        return parameters.size() == 1
                && parameters.get(0).raw().isRecord()
                && parameters.get(0).annotation(Attribute.class).isEmpty()
                && parameters.get(0).annotation(Header.class).isEmpty()
                && !isNamedAfterNest(parameters.get(0), shapes.spec().set(set(operation)));
    }

    private static boolean isNamedAfterNest(Component parameter, SpecIndex.AttributeIndex set) {
        for (String name : set.names()) {
            AttributeIr attribute = set.attribute(name);
            if (attribute != null && parameter.isNamed(name)) {
                return attribute.type() instanceof TypeIr.Nest || attribute.type() instanceof TypeIr.Struct;
            }
        }
        return false;
    }

    private BodyContext context(Operation operation) {
        StructIr header = operation.fixedHeader().map(shapes.spec()::struct).orElse(null);
        return BodyContext.message(header, set(operation));
    }

    private static String set(Operation operation) {
        return operation.attributeSet().orElse(ShapeResolver.NO_SET);
    }

    private static int flags(Method method) {
        io.jnetlink.dynamic.Operation annotation = method.getAnnotation(io.jnetlink.dynamic.Operation.class);
        return annotation == null ? 0 : annotation.flags();
    }

    private static int flags(Operation operation) {
        return operation.requestFlags().stream().mapToInt(RequestFlag::mask).reduce(0, (a, b) -> a | b);
    }
}
