package org.midline.cli;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.Architectures.layeredArchitecture;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;

/** The rules of docs/architecture.md. */
@AnalyzeClasses(packages = "org.midline", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {

    @ArchTest
    static final ArchRule MODULES_KNOW_ONLY_THE_FLOORS_BELOW = layeredArchitecture()
            .consideringOnlyDependenciesInLayers()
            .withOptionalLayers(true)
            .layer("core")
            .definedBy("org.midline.core..")
            .layer("cohort")
            .definedBy("org.midline.cohort..")
            .layer("dicom")
            .definedBy("org.midline.dicom..")
            .layer("phantom")
            .definedBy("org.midline.phantom..")
            .layer("network")
            .definedBy("org.midline.network..")
            .layer("evaluation")
            .definedBy("org.midline.evaluation..")
            .layer("delineation")
            .definedBy("org.midline.delineation..")
            .layer("cli")
            .definedBy("org.midline.cli..")
            .layer("benchmark")
            .definedBy("org.midline.benchmark..")
            .whereLayer("core")
            .mayNotAccessAnyLayer()
            .whereLayer("cohort")
            .mayOnlyAccessLayers("core")
            .whereLayer("dicom")
            .mayOnlyAccessLayers("core")
            .whereLayer("phantom")
            .mayOnlyAccessLayers("core", "cohort")
            .whereLayer("network")
            .mayOnlyAccessLayers("core", "cohort")
            .whereLayer("evaluation")
            .mayOnlyAccessLayers("core", "cohort")
            .whereLayer("delineation")
            .mayOnlyAccessLayers("core", "cohort", "dicom", "network", "evaluation")
            .whereLayer("benchmark")
            .mayOnlyAccessLayers("core", "cohort", "phantom", "network")
            .whereLayer("cli")
            .mayNotBeAccessedByAnyLayer();

    @ArchTest
    static final ArchRule MODULES_HAVE_NO_CYCLES =
            slices().matching("org.midline.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule PACKAGES_HAVE_NO_CYCLES =
            slices().matching("org.midline.(**)").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule EVERY_CLASS_BELONGS_TO_A_MODULE = classes()
            .should()
            .resideInAnyPackage(
                    "org.midline.core..",
                    "org.midline.cohort..",
                    "org.midline.dicom..",
                    "org.midline.phantom..",
                    "org.midline.network..",
                    "org.midline.evaluation..",
                    "org.midline.delineation..",
                    "org.midline.cli..",
                    "org.midline.benchmark..");

    @ArchTest
    static final ArchRule CORE_NEEDS_ONLY_THE_JDK = classes()
            .that()
            .resideInAPackage("org.midline.core..")
            .should()
            .onlyDependOnClassesThat()
            .resideInAnyPackage("org.midline.core..", "java..", "javax..");

    @ArchTest
    static final ArchRule ONLY_NETWORK_SEES_TENSORS = noClasses()
            .that()
            .resideOutsideOfPackage("org.midline.network..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.bytedeco.."));

    @ArchTest
    static final ArchRule ONLY_DICOM_SEES_THE_DICOM_LIBRARY = noClasses()
            .that()
            .resideOutsideOfPackage("org.midline.dicom..")
            .should()
            .dependOnClassesThat(resideInAPackage("org.aoju.."));

    @ArchTest
    static final ArchRule NOTHING_SEES_SPARK =
            noClasses().should().dependOnClassesThat(resideInAPackage("org.apache.spark.."));

    @ArchTest
    static final ArchRule NOTHING_IS_SERIALIZED_THE_JAVA_WAY = noClasses()
            .should()
            .dependOnClassesThat()
            .areAssignableTo(ObjectInputStream.class)
            .orShould()
            .dependOnClassesThat()
            .areAssignableTo(ObjectOutputStream.class);

    @ArchTest
    static final ArchRule NAMES_SAY_WHAT_A_CLASS_IS =
            noClasses().should().haveNameMatching(".*(Utils?|Helper|Manager|Misc|Common)");
}
