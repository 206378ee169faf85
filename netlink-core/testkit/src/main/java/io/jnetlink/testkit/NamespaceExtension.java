package io.jnetlink.testkit;

import io.jnetlink.sys.NetworkNamespace;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.extension.ConditionEvaluationResult;
import org.junit.jupiter.api.extension.ExecutionCondition;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.InvocationInterceptor;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;
import org.junit.jupiter.api.extension.ReflectiveInvocationContext;
import org.junit.platform.commons.support.AnnotationSupport;

/**
 * The JUnit extension behind {@link InNetworkNamespace}: probes the kernel before the first test, makes the namespaces, and bounds the
 * time.
 *
 * <p>Thread-safe.
 */
public final class NamespaceExtension implements ExecutionCondition, ParameterResolver, InvocationInterceptor {

    private static final ExtensionContext.Namespace STORE = ExtensionContext.Namespace.create(NamespaceExtension.class);
    private static final int OWN = 0;

    /** Made by JUnit. */
    public NamespaceExtension() {}

    @Override
    public ConditionEvaluationResult evaluateExecutionCondition(ExtensionContext context) {
        KernelProbe probe = context.getRoot()
                .getStore(STORE)
                .getOrComputeIfAbsent(KernelProbe.class, key -> KernelProbe.run(), KernelProbe.class);
        return switch (probe.verdict()) {
            case WORKS -> ConditionEvaluationResult.enabled("network namespaces work");
            case NOT_PERMITTED -> ConditionEvaluationResult.disabled(probe.explanation());
            case STUCK -> throw new StuckKernelException(probe.explanation());
        };
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        return context.getTestMethod().isPresent()
                && parameter.getDeclaringExecutable() instanceof Method
                && (type == NetworkNamespace.class || type == NamespaceShell.class || type == NamespaceLinks.class);
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        Class<?> type = parameter.getParameter().getType();
        if (type == NamespaceShell.class) {
            return new NamespaceShell(namespace(context, OWN));
        }
        if (type == NamespaceLinks.class) {
            return new NamespaceLinks(namespace(context, OWN));
        }
        return namespace(context, ordinal(parameter));
    }

    @Override
    public void interceptBeforeEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        runInside(invocation, context);
    }

    @Override
    public void interceptAfterEachMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        runInside(invocation, context);
    }

    @Override
    public void interceptTestMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        runInside(invocation, context);
    }

    @Override
    public void interceptTestTemplateMethod(
            Invocation<Void> invocation, ReflectiveInvocationContext<Method> method, ExtensionContext context)
            throws Throwable {
        runInside(invocation, context);
    }

    private static void runInside(Invocation<Void> invocation, ExtensionContext context) throws Throwable {
        NetworkNamespace namespace = namespace(context, OWN);
        Watchdog.run(context.getDisplayName(), limit(context), () -> namespace.run(() -> proceed(invocation)));
    }

    private static void proceed(Invocation<Void> invocation) throws Exception {
        try {
            invocation.proceed();
        } catch (Exception | Error thrown) {
            throw thrown;
        } catch (Throwable other) {
            throw new IllegalStateException(other);
        }
    }

    private static NetworkNamespace namespace(ExtensionContext context, int ordinal) {
        return context.getStore(STORE)
                .getOrComputeIfAbsent(
                        NetworkNamespace.class.getName() + ordinal,
                        key -> Watchdog.call("making a namespace", limit(context), NetworkNamespace::create),
                        NetworkNamespace.class);
    }

    private static int ordinal(ParameterContext parameter) {
        int ordinal = 0;
        Parameter[] parameters = parameter.getDeclaringExecutable().getParameters();
        for (int before = 0; before < parameter.getIndex(); before++) {
            ordinal += parameters[before].getType() == NetworkNamespace.class ? 1 : 0;
        }
        return ordinal;
    }

    private static Duration limit(ExtensionContext context) {
        Optional<InNetworkNamespace> onMethod =
                AnnotationSupport.findAnnotation(context.getTestMethod(), InNetworkNamespace.class);
        Optional<InNetworkNamespace> found = onMethod.isPresent()
                ? onMethod
                : AnnotationSupport.findAnnotation(context.getTestClass(), InNetworkNamespace.class);
        return Duration.ofSeconds(
                found.map(InNetworkNamespace::limitSeconds).orElse(InNetworkNamespace.DEFAULT_LIMIT_SECONDS));
    }
}
