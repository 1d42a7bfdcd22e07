package io.treehouse.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import com.tngtech.archunit.core.importer.Location;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;

/** Who may see whom: the picture in ARCHITECTURE.md as rules. */
@AnalyzeClasses(
        packages = "io.treehouse",
        importOptions = {DoNotIncludeTests.class, ArchitectureTest.NoTestJars.class})
class ArchitectureTest {
    /** Test helpers that modules share come as jars, which the option for folders of test classes does not know. */
    static final class NoTestJars implements ImportOption {
        @Override
        public boolean includes(Location location) {
            return !location.contains("-tests.jar");
        }
    }

    @ArchTest
    static final ArchRule MODULES_POINT_ONE_WAY = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .layer("datasets")
            .definedBy("io.treehouse.datasets..")
            .layer("model")
            .definedBy("io.treehouse.model..")
            .layer("inference")
            .definedBy("io.treehouse.inference..")
            .layer("training")
            .definedBy("io.treehouse.training..")
            .layer("server")
            .definedBy("io.treehouse.server..")
            .whereLayer("server")
            .mayNotBeAccessedByAnyLayer()
            .whereLayer("training")
            .mayOnlyBeAccessedByLayers("server")
            .whereLayer("inference")
            .mayOnlyBeAccessedByLayers("training", "server")
            .whereLayer("model")
            .mayOnlyBeAccessedByLayers("inference", "training", "server");

    @ArchTest
    static final ArchRule GDAL_STAYS_IN_DATASETS = noClasses()
            .that()
            .resideOutsideOfPackage("io.treehouse.datasets..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.gdal..");

    @ArchTest
    static final ArchRule TENSORS_STAY_IN_MODEL_AND_FITTING = noClasses()
            .that()
            .resideOutsideOfPackages("io.treehouse.model..", "io.treehouse.training.fit..", "org.bytedeco..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("org.nd4j..", "org.deeplearning4j..");

    @ArchTest
    static final ArchRule ONEDNN_STAYS_IN_MODEL = noClasses()
            .that()
            .resideOutsideOfPackages("io.treehouse.model..", "org.bytedeco..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.bytedeco..");

    @ArchTest
    static final ArchRule ONNX_RUNTIME_IS_ONLY_MEASURED = noClasses()
            .that()
            .resideOutsideOfPackage("io.treehouse.model.benchmark..")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("ai.onnxruntime..");

    @ArchTest
    static final ArchRule BENCHMARKS_ARE_RUN_BY_THEIR_COMMAND = noClasses()
            .that()
            .resideOutsideOfPackages("..benchmark..", "io.treehouse.server.cli..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.treehouse..benchmark..");

    @ArchTest
    static final ArchRule HTTP_STAYS_IN_ITS_PACKAGE = noClasses()
            .that()
            .resideOutsideOfPackage("io.treehouse.server.http..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("io.javalin..", "org.eclipse.jetty..", "jakarta.servlet..");

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("io.treehouse.(*).(*)..").should().beFreeOfCycles();
}
