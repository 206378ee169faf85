package io.jnetlink;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** The layers of the core, and the libraries that only one place may know. */
@AnalyzeClasses(packages = "io.jnetlink", importOptions = ImportOption.DoNotIncludeTests.class)
final class LayersArchTest {

    @ArchTest
    static final ArchRule layers = layeredArchitecture()
            .consideringOnlyDependenciesInAnyPackage("io.jnetlink..")
            .layer("root")
            .definedBy("io.jnetlink")
            .layer("wire")
            .definedBy("io.jnetlink.wire..")
            .layer("schema")
            .definedBy("io.jnetlink.schema..")
            .layer("message")
            .definedBy("io.jnetlink.message..")
            .layer("sys")
            .definedBy("io.jnetlink.sys..")
            .layer("socket")
            .definedBy("io.jnetlink.socket..")
            .layer("client")
            .definedBy("io.jnetlink.client..")
            .layer("genl")
            .definedBy("io.jnetlink.genl..")
            .layer("observe")
            .definedBy("io.jnetlink.observe..")
            .whereLayer("observe")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("genl")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("client")
            .mayOnlyBeAccessedByLayers("genl", "observe")
            .whereLayer("socket")
            .mayOnlyBeAccessedByLayers("client", "genl")
            .whereLayer("sys")
            .mayOnlyBeAccessedByLayers("socket", "client", "genl", "observe")
            .whereLayer("message")
            .mayOnlyBeAccessedByLayers("client", "genl", "observe")
            .whereLayer("schema")
            .mayOnlyBeAccessedByLayers("message", "client", "genl", "observe")
            .whereLayer("wire")
            .mayOnlyBeAccessedByLayers("schema", "message", "client", "genl", "observe");

    @ArchTest
    static final ArchRule packagesAreFreeOfCycles =
            slices().matching("io.jnetlink.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule nativeBindingStaysInOnePackage = noClasses()
            .that()
            .resideOutsideOfPackage("io.jnetlink.sys.internal.jnr..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jnr..", "com.kenai.jffi..");

    @ArchTest
    static final ArchRule nettyStaysInOnePackage = noClasses()
            .that()
            .resideOutsideOfPackage("io.jnetlink.client.netty..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.netty..");

    @ArchTest
    static final ArchRule nothingInTheCoreNeedsThePackageOfNetty = noClasses()
            .that()
            .resideOutsideOfPackage("io.jnetlink.client.netty..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.jnetlink.client.netty..");
}
