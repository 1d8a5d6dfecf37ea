package io.coreyield.analysis;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.core.importer.Location;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/**
 * The packages of a module and the rules that hold for them.
 *
 * @param root the module's package
 * @param floors its packages below {@code root}, lowest first; {@code .} is {@code root} itself
 * @param classes of the module, without tests and generated code
 */
public record Rooms(String root, List<String> floors, JavaClasses classes) {

  private static final int MAX_CLASSES = 30;
  private static final int MAX_COMPONENTS = 12;

  private static final List<String> ALLOWED_OF_THE_NETWORK =
      List.of(
          "java.net.StandardProtocolFamily",
          "java.net.UnixDomainSocketAddress",
          "java.net.InetAddress",
          "java.net.UnknownHostException");
  private static final ImportOption NOT_GENERATED = Rooms::isOurs;

  private static boolean isOurs(Location location) {
    // JMH's generated code calls the benchmarks from below their floor.
    return !location.contains("jmh_generated");
  }

  /**
   * Reads the classes of a module.
   *
   * @param floors lowest first, with blanks between them
   */
  public static Rooms of(String root, String floors) {
    JavaClasses classes =
        new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .withImportOption(NOT_GENERATED)
            .importPackages(root);
    assertThat(classes).as("rules on nothing would pass").hasSizeGreaterThan(20);
    return new Rooms(root, List.of(floors.strip().split("\\s+")), classes);
  }

  /** A test of each rule that all modules have. */
  public Stream<DynamicTest> tests() {
    return Stream.of(
        dynamicTest("every package has a floor", this::haveAFloor),
        dynamicTest("nothing imports upward", this::importOnlyLowerOnes),
        dynamicTest("rooms are small", this::areSmall),
        dynamicTest("records are small", this::haveSmallRecords),
        dynamicTest("there is no util", this::areNoUtil),
        dynamicTest("nothing reaches a network", this::reachNoNetwork));
  }

  /** Sockets are files here. Only the name of the machine is asked of {@code java.net}. */
  private void reachNoNetwork() {
    assertThat(
            classes.stream()
                .flatMap(type -> type.getDirectDependenciesFromSelf().stream())
                .map(Dependency::getTargetClass)
                .map(JavaClass::getName)
                .filter(name -> name.matches("java\\.net\\..*|javax\\.net\\..*|java\\.rmi\\..*")))
        .isSubsetOf(ALLOWED_OF_THE_NETWORK);
  }

  /** Every package has a floor, and every floor is a package. */
  private void haveAFloor() {
    assertThat(classes.stream().map(this::room).distinct().toList())
        .containsExactlyInAnyOrderElementsOf(floors);
  }

  /** A package imports only packages of lower floors, so there are no cycles either. */
  private void importOnlyLowerOnes() {
    Map<String, String> faults = new TreeMap<>();
    for (JavaClass type : classes) {
      for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
        JavaClass target = dependency.getTargetClass().getBaseComponentType();
        if (isInside(target) && !room(target).equals(room(type)) && floor(target) > floor(type)) {
          faults.put(type.getName(), dependency.getDescription());
        }
      }
    }
    assertThat(faults).isEmpty();
  }

  /** No package has more classes than a newcomer can look through. */
  private void areSmall() {
    Map<String, Long> large =
        classes.stream()
            .filter(type -> type.isTopLevelClass() && !type.getSimpleName().equals("package-info"))
            .collect(Collectors.groupingBy(this::room, TreeMap::new, Collectors.counting()));
    large.values().removeIf(count -> count <= MAX_CLASSES);
    assertThat(large).isEmpty();
  }

  /** No record has more components than one can hold in mind. */
  private void haveSmallRecords() {
    assertThat(classes.stream().filter(JavaClass::isRecord))
        .isNotEmpty()
        .allMatch(type -> components(type) <= MAX_COMPONENTS);
  }

  private static long components(JavaClass type) {
    return type.getFields().stream()
        .filter(field -> !field.getModifiers().contains(JavaModifier.STATIC))
        .count();
  }

  /** A thing has a room of its own, or a library. */
  private void areNoUtil() {
    assertThat(floors)
        .noneMatch(room -> room.matches("(.*\\.)?(util|utils|common|misc|helper)(\\..*)?"));
  }

  private boolean isInside(JavaClass type) {
    return type.getPackageName().equals(root) || type.getPackageName().startsWith(root + ".");
  }

  private String room(JavaClass type) {
    String name = type.getPackageName();
    return name.equals(root) ? "." : name.substring(root.length() + 1);
  }

  private int floor(JavaClass type) {
    return floors.indexOf(room(type));
  }
}
