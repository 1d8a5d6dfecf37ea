package io.coreyield.analysis;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** The floors of this module: a package imports only packages of lower floors. */
class LayersTest {

  private static final String ROOT = "io.coreyield.analysis";

  private static final Map<String, Integer> FLOORS =
      Map.ofEntries(
          Map.entry("model", 1),
          Map.entry("recording", 2),
          Map.entry("capture", 3),
          Map.entry("stats", 2),
          Map.entry("scaling", 3),
          Map.entry("comparison", 4),
          Map.entry("wording", 5),
          Map.entry("chart", 6),
          Map.entry("report", 7),
          Map.entry("bundle", 8),
          Map.entry("cli", 9));

  private static final JavaClasses CLASSES =
      new ClassFileImporter()
          .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
          .importPackages(ROOT);

  private static String room(JavaClass type) {
    String inside = type.getPackageName().substring(ROOT.length());
    return inside.isEmpty() ? "" : inside.substring(1).split("\\.", -1)[0];
  }

  /** Rules on nothing would pass. */
  @Test
  void classesWereRead() {
    assertThat(CLASSES).hasSizeGreaterThan(60);
    assertThat(CLASSES.stream().map(LayersTest::room)).contains("model", "recording", "scaling");
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

  private static int floor(JavaClass type) {
    return FLOORS.getOrDefault(room(type), 0);
  }

  @Test
  void noCycles() {
    slices().matching(ROOT + ".(*)..").should().beFreeOfCycles().check(CLASSES);
    slices().matching(ROOT + ".model.(*)..").should().beFreeOfCycles().check(CLASSES);
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

  @Test
  void eachLibraryHasItsRoom() {
    Map<String, List<String>> rooms =
        Map.of(
            "org.knowm.xchart..", List.of("chart.xchart"),
            "org.apache.commons.compress..", List.of("recording"),
            "org.apache.commons.csv..", List.of("recording", "capture", "report"),
            "tools.jackson..", List.of("recording", "capture", "report", "bundle"),
            "gg.jte..", List.of("report", "wording"),
            "picocli..", List.of("cli"));
    rooms.forEach((library, allowed) ->
        noClasses()
            .that()
            .resideOutsideOfPackages(
                allowed.stream().map(room -> ROOT + "." + room + "..").toArray(String[]::new))
            .should()
            .dependOnClassesThat()
            .resideInAPackage(library)
            .check(CLASSES));
  }

  @Test
  void noUtil() {
    assertThat(CLASSES)
        .noneMatch(
            type -> type.getPackageName().matches(".*\\.(util|utils|common|misc|helper)(\\..*)?"));
  }
}
