package io.coreyield.benchmarks.machine;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import oshi.util.linux.SysPath;

/**
 * What Linux says of what feeds the machine.
 *
 * @param supplies the directory that has a directory for each supply
 */
record PowerFiles(Path supplies) {

  /** Those of this machine; empty elsewhere than on Linux. */
  static Optional<PowerFiles> ofThisMachine() {
    return LibC.LINUX
        ? Optional.of(new PowerFiles(Path.of(SysPath.POWER_SUPPLY)))
        : Optional.empty();
  }

  /**
   * Whether a battery is all that feeds the machine: one discharges and no other supply is online.
   * A weak charger that is plugged in counts as one. Empty where no supply is shown.
   */
  Optional<Boolean> onBattery() {
    List<Path> ofTheMachine =
        KernelFiles.entries(supplies, "*").stream()
            .filter(supply -> !text(supply, "type").isEmpty())
            // A mouse and a headset have batteries, too.
            .filter(supply -> !text(supply, "scope").equals("Device"))
            .toList();
    if (ofTheMachine.isEmpty()) {
      return Optional.empty();
    }
    boolean isFed = ofTheMachine.stream().anyMatch(s -> !isBattery(s) && isOnline(s));
    boolean isEmptying = ofTheMachine.stream().anyMatch(s -> isBattery(s) && isDischarging(s));
    return Optional.of(isEmptying && !isFed);
  }

  private static boolean isBattery(Path supply) {
    return text(supply, "type").equals("Battery");
  }

  /** 1 where it feeds, 2 where it does by a program that was agreed upon. */
  private static boolean isOnline(Path supply) {
    return List.of("1", "2").contains(text(supply, "online"));
  }

  private static boolean isDischarging(Path supply) {
    return text(supply, "status").equals("Discharging");
  }

  private static String text(Path supply, String file) {
    return EnvironmentReader.firstLine(supply.resolve(file)).orElse("");
  }
}
