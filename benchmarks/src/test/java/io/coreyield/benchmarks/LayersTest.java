package io.coreyield.benchmarks;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The floors of this module: a package imports only packages of lower floors. */
class LayersTest {

  private static final String ROOT = "io.coreyield.benchmarks";

  /** The root package, which holds one class per question, has the empty name. */
  private static final Map<String, Integer> FLOORS =
      Map.ofEntries(
          Map.entry("machine.libc", 0),
          Map.entry("machine.linux", 0),
          Map.entry("kernel", 1),
          Map.entry("machine", 1),
          Map.entry("concurrency", 2),
          Map.entry("load", 2),
          Map.entry("", 3),
          Map.entry("simulation", 3),
          Map.entry("terminal", 3),
          Map.entry("campaign.plan", 4),
          Map.entry("campaign.run", 5),
          Map.entry("campaign.session", 6),
          Map.entry("topology", 7),
          Map.entry("validation", 7),
          Map.entry("cli", 8));

  /** Without what JMH generates: it calls the benchmarks from below their floor. */
  private static final ImportOption NOT_GENERATED = location -> !location.contains("jmh_generated");

  private static final JavaClasses CLASSES = read(ROOT);

  private static JavaClasses read(String root) {
    return new ClassFileImporter()
        .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
        .withImportOption(NOT_GENERATED)
        .importPackages(root);
  }

  private static String room(JavaClass type) {
    String inside = type.getPackageName().substring(ROOT.length());
    return inside.isEmpty() ? "" : inside.substring(1);
  }

  private static int floor(JavaClass type) {
    return FLOORS.getOrDefault(room(type), 0);
  }

  /** Rules on nothing would pass. */
  @Test
  void classesWereRead() {
    assertThat(CLASSES).hasSizeGreaterThan(20);
    assertThat(CLASSES.stream().map(LayersTest::room)).contains("kernel", "concurrency", "");
  }

  @Test
  void everyPackageHasAFloor() {
    assertThat(new TreeSet<>(CLASSES.stream().map(LayersTest::room).toList()))
        .isSubsetOf(FLOORS.keySet());
  }

  @Test
  void nothingImportsUpwardOrSideways() {
    Map<String, String> faults = new TreeMap<>();
    for (JavaClass type : CLASSES) {
      for (var dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        boolean isOurs = target.getPackageName().startsWith(ROOT);
        if (isOurs && !room(target).equals(room(type)) && floor(target) >= floor(type)) {
          faults.put(type.getName(), dependency.getDescription());
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  @Test
  void noCycles() {
    slices().matching(ROOT + ".(**)").should().beFreeOfCycles().check(CLASSES);
  }

  /** Kernels are plain functions. */
  @Test
  void kernelsDoNotKnowJmh() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".kernel..")
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage("org.openjdk.jmh..", "oshi..")
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineKnowsPicocli() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".cli..")
        .should()
        .dependOnClassesThat()
        .resideInAPackage("picocli..")
        .check(CLASSES);
  }

  @Test
  void analysisDoesNotKnowWhoMeasures() {
    JavaClasses analysis = read("io.coreyield.analysis");

    assertThat(analysis).hasSizeGreaterThan(60);
    noClasses()
        .should()
        .dependOnClassesThat()
        .resideInAnyPackage(ROOT + "..", "org.openjdk.jmh..", "oshi..")
        .check(analysis);
  }

  @Test
  void noUtil() {
    assertThat(CLASSES)
        .noneMatch(
            type -> type.getPackageName().matches(".*\\.(util|utils|common|misc|helper)(\\..*)?"));
  }
}
