package io.coreyield.analysis;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import java.io.ObjectInputStream;
import java.lang.invoke.MethodHandles;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The floors of this module: a package imports only packages of lower floors. */
class LayersTest {

  private static final String ROOT = "io.coreyield.analysis";

  private static final Rooms ROOMS =
      Rooms.of(
          ROOT,
          """
          model model.load model.machine model.plan model.trial
          recording.file recording capture capture.curve stats stats.fit
          findings.load findings.topology findings.trust findings.yields findings.curves
          findings.correlation findings.cohabitation findings comparison
          wording wording.cohabitation wording.compare
          chart chart.svg chart.xchart chart.pgf
          report.tables report.methods report.json report.brief report.page report report.terminal report.compare
          bundle cli
          """);

  private static final JavaClasses CLASSES = ROOMS.classes();

  @TestFactory
  Stream<DynamicTest> rooms() {
    return ROOMS.tests();
  }

  @Test
  void modelNeedsNothing() {
    classes()
        .that()
        .resideInAPackage(ROOT + ".model..")
        .should()
        .onlyDependOnClassesThat()
        .resideInAnyPackage(ROOT + ".model..", "java..", "org.jspecify..")
        .check(CLASSES);
  }

  /** What a file says is never run, and no object is made of its bytes. */
  @Test
  void nothingIsExecuted() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".cli..")
        .should(
            dependOnClassesThat(
                belongToAnyOf(
                    ProcessBuilder.class,
                    Runtime.class,
                    ObjectInputStream.class,
                    ClassLoader.class,
                    MethodHandles.Lookup.class)))
        .check(CLASSES);
  }

  @Test
  void eachLibraryHasItsRoom() {
    Map<String, List<String>> rooms =
        Map.of(
            "org.knowm.xchart..", List.of("chart.xchart"),
            "org.apache.commons.compress..", List.of("recording.file"),
            "org.apache.commons.csv..", List.of("recording", "capture", "report"),
            "tools.jackson..", List.of("recording", "capture", "report", "bundle"),
            "gg.jte..", List.of("report", "wording"),
            "picocli..", List.of("cli"));
    rooms.forEach((library, allowed) ->
        noClasses()
            .that()
            .resideOutsideOfPackages(
                allowed.stream().map(room -> ROOT + "." + room + "..").toArray(String[]::new))
            .should(dependOnClassesThat(resideInAPackage(library)))
            .check(CLASSES));
  }
}
