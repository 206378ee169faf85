package io.jnetlink.generator.mapping;

import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import io.jnetlink.spec.JavaNames;
import io.jnetlink.spec.ir.FormatIr;
import io.jnetlink.spec.ir.StructIr;
import java.util.Optional;
import javax.lang.model.element.Modifier;

/**
 * One format of a sub-message: a struct, attributes, a struct and attributes, or nothing at all.
 *
 * <p>Immutable.
 */
final class FormatShape implements AttributeShape {

    private final AttributeMethods methods;
    private final String name;
    private final SelectorCode selector;
    private final String value;
    private final Optional<ClassName> header;
    private final int headerLength;
    private final Optional<NestMapping> nest;

    FormatShape(AttributeMethods methods, String name, Mappings mappings, SelectorCode selector, FormatIr format) {
        this.methods = methods;
        this.name = name;
        this.selector = selector;
        this.value = format.value();
        this.header = format.fixedHeader().map(h -> mappings.types().struct(h));
        this.headerLength = format.fixedHeader()
                .map(h -> mappings.family().struct(h))
                .map(StructIr::size)
                .map(size -> size + 3 & ~3)
                .orElse(0);
        // Behind a struct the payload is no list of attributes, which is what the bit would claim.
        boolean flagged = header.isEmpty() && methods.attribute().nestFlag();
        this.nest = format.attributeSet().map(set -> mappings.nest(set, flagged));
    }

    @Override
    public void addToReader(TypeSpec.Builder reader) {
        reader.addMethod(presence());
        header.ifPresent(struct -> reader.addMethod(headerGetter(struct)));
        nest.ifPresent(n -> reader.addMethod(getter(name, n.type(Face.READER))
                .addModifiers(Modifier.ABSTRACT)
                .addJavadoc("The payload as format {@code $L}; {@code $L} chooses it.\n", value, selectorName())
                .build()));
    }

    @Override
    public void addToValue(TypeSpec.Builder type) {
        nest.ifPresent(n -> type.addMethod(getter(name, n.type(Face.VALUE))
                .addAnnotation(Override.class)
                .addStatement(
                        "return $L($L, $L, $L)",
                        header.isPresent() ? "readBehind" : "read",
                        chosen(),
                        headerLength,
                        n.payloadReader(Face.VALUE))
                .build()));
    }

    @Override
    public void addToView(TypeSpec.Builder type) {
        nest.ifPresent(n -> new ChildView(n.view(), name, methods.number(), chosen(), headerLength)
                .addTo(type, getter(name, n.view()).addAnnotation(Override.class)));
    }

    @Override
    public void addToBuilder(TypeSpec.Builder builder) {
        if (nest.isPresent()) {
            NestMapping inner = nest.get();
            CodeBlock write =
                    CodeBlock.builder().addStatement("value.writeTo(out())").build();
            builder.addMethod(nestSetter(inner.value(), "value", write));
            builder.addMethod(nestSetter(AttributeMethods.consumer(inner.builder()), "fill", inner.fill()));
        } else if (header.isPresent()) {
            builder.addMethod(setter().addParameter(header.get(), "value")
                    .addCode(selector.select(value))
                    .addStatement("putStruct($L, value)", methods.number())
                    .addCode(AttributeMethods.returnThis())
                    .build());
        } else {
            builder.addMethod(setter().addCode(selector.select(value))
                    .addStatement("putBytes($L, new byte[0])", methods.number())
                    .addCode(AttributeMethods.returnThis())
                    .build());
        }
    }

    private MethodSpec presence() {
        MethodSpec.Builder presence = MethodSpec.methodBuilder(JavaNames.prefixed("has", name))
                .addModifiers(Modifier.PUBLIC, Modifier.FINAL)
                .addJavadoc("Whether the payload is there and of format {@code $L}.\n", value)
                .returns(boolean.class)
                .addStatement("return has($L) && $L", methods.number(), selector.isSelected(value));
        addSelector(presence);
        return presence.build();
    }

    private MethodSpec headerGetter(ClassName struct) {
        MethodSpec.Builder getter = getter(nest.isPresent() ? name + "Header" : name, struct);
        return getter.addModifiers(Modifier.FINAL)
                .addJavadoc("The struct of format {@code $L}; {@code $L} chooses it.\n", value, selectorName())
                .addStatement("return read($L, 0, $T::decode)", chosen(), struct)
                .build();
    }

    private MethodSpec.Builder getter(String methodName, TypeName type) {
        MethodSpec.Builder getter = MethodSpec.methodBuilder(methodName)
                .addModifiers(Modifier.PUBLIC)
                .returns(type);
        addSelector(getter);
        return getter;
    }

    private MethodSpec nestSetter(TypeName parameterType, String parameter, CodeBlock write) {
        MethodSpec.Builder setter = setter();
        header.ifPresent(struct -> setter.addParameter(struct, "header"));
        setter.addParameter(parameterType, parameter)
                .addCode(selector.select(value))
                .addStatement(
                        "int mark = beginNest($L, $L)",
                        methods.number(),
                        nest.orElseThrow().flagged());
        if (header.isPresent()) {
            setter.addStatement("header.writeTo(out())").addStatement("out().pad()");
        }
        return setter.addCode(write)
                .addStatement("endNest(mark)")
                .addCode(AttributeMethods.returnThis())
                .build();
    }

    private MethodSpec.Builder setter() {
        MethodSpec.Builder setter = methods.setter(name);
        return selector.isExternal()
                ? setter.addJavadoc(
                        "For format {@code $L}, which {@code $L} further out must name.\n", value, selectorName())
                : setter.addJavadoc(
                        "Sets {@code $L} to {@code $L} unless it says so already.\n", selectorName(), value);
    }

    private void addSelector(MethodSpec.Builder method) {
        if (selector.isExternal()) {
            method.addParameter(selector.parameterType(), selector.parameter());
        }
    }

    private String selectorName() {
        return selector.selector().attribute();
    }

    /** The attribute's number, if the selector says so. */
    private CodeBlock chosen() {
        return CodeBlock.of(
                "chosen($L, $L($L), $S)",
                methods.number(),
                JavaNames.prefixed("has", name),
                selector.isExternal() ? selector.parameter() : "",
                value);
    }
}
