package io.coreyield.fleet;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.coreyield.analysis.Rooms;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The floors of this module: a package imports only packages of lower floors. */
class LayersTest {

  private static final String ROOT = "io.coreyield.fleet";

  private static final Rooms ROOMS = Rooms.of(ROOT, "store ingest summary report cli");

  private static final JavaClasses CLASSES = ROOMS.classes();

  @TestFactory
  Stream<DynamicTest> rooms() {
    return ROOMS.tests();
  }

  @Test
  void eachLibraryHasItsRoom() {
    Map.of("org.duckdb..", "store", "picocli..", "cli")
        .forEach((library, room) ->
            noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "." + room + "..")
                .should(dependOnClassesThat(resideInAnyPackage(library)))
                .check(CLASSES));
  }

  @Test
  void nothingIsExecuted() {
    noClasses()
        .should(
            dependOnClassesThat(
                com.tngtech.archunit.core.domain.JavaClass.Predicates.belongToAnyOf(
                    ProcessBuilder.class, java.io.ObjectInputStream.class)))
        .check(CLASSES);
  }
}
