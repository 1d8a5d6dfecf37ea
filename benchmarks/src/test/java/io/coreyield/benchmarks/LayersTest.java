package io.coreyield.benchmarks;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.conditions.ArchConditions.dependOnClassesThat;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import io.coreyield.analysis.Rooms;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** The floors of this module: a package imports only packages of lower floors. */
class LayersTest {

  private static final String ROOT = "io.coreyield.benchmarks";

  /** The root package, {@code .}, holds one class per question. */
  private static final Rooms ROOMS =
      Rooms.of(
          ROOT,
          """
          kernel machine.libc machine.linux machine concurrency load . topology
          simulation terminal campaign.plan campaign.run campaign.session
          validation cli
          """);

  private static final JavaClasses CLASSES = ROOMS.classes();

  @TestFactory
  Stream<DynamicTest> rooms() {
    return ROOMS.tests();
  }

  /** Kernels are plain functions. */
  @Test
  void kernelsDoNotKnowJmh() {
    noClasses()
        .that()
        .resideInAPackage(ROOT + ".kernel..")
        .should(dependOnClassesThat(resideInAnyPackage("org.openjdk.jmh..", "oshi..")))
        .allowEmptyShould(true)
        .check(CLASSES);
  }

  @Test
  void onlyTheCommandLineKnowsPicocli() {
    noClasses()
        .that()
        .resideOutsideOfPackage(ROOT + ".cli..")
        .should(dependOnClassesThat(resideInAPackage("picocli..")))
        .check(CLASSES);
  }

  /**
   * The wall clock can be set at any moment. A run is dated by it once; durations are not of it.
   */
  @Test
  void theWallClockIsReadOnceARun() {
    noClasses()
        .that()
        .doNotHaveSimpleName("LocalMachine")
        .and()
        .doNotHaveSimpleName("TopologySession")
        // Words for people, and a question whether the clock was set.
        .and()
        .doNotHaveSimpleName("LockFile")
        .and()
        .doNotHaveSimpleName("ResumableRun")
        .should()
        .callMethod(Instant.class, "now")
        .orShould()
        .callMethod(System.class, "currentTimeMillis")
        .check(CLASSES);
  }

  @Test
  void analysisDoesNotKnowWhoMeasures() {
    noClasses()
        .should(dependOnClassesThat(resideInAnyPackage(ROOT + "..", "org.openjdk.jmh..", "oshi..")))
        .check(Rooms.of("io.coreyield.analysis", "").classes());
  }
}
