package io.coreyield.benchmarks.machine.linux;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import oshi.util.linux.SysPath;

/** The power supplies that Linux shows, one directory each. */
public record PowerFiles(Path supplies) {

  public static PowerFiles ofThisMachine() {
    return new PowerFiles(Path.of(SysPath.POWER_SUPPLY));
  }

  /**
   * Whether the machine runs on battery only: one discharges and no other supply is online. A weak
   * charger that is plugged in counts as a supply. Empty if no supply is shown.
   */
  public Optional<Boolean> onBattery() {
    List<Path> ofTheMachine =
        KernelFiles.entries(supplies, "*").stream()
            .filter(supply -> !text(supply, "type").isEmpty())
            // A mouse and a headset have batteries, too.
            .filter(supply -> !text(supply, "scope").equals("Device"))
            .toList();
    if (ofTheMachine.isEmpty()) {
      return Optional.empty();
    }
    // 2 is a supply whose power was negotiated, as USB does.
    boolean isFed =
        ofTheMachine.stream()
            .anyMatch(s -> !isBattery(s) && List.of("1", "2").contains(text(s, "online")));
    boolean isDischarging =
        ofTheMachine.stream()
            .anyMatch(s -> isBattery(s) && text(s, "status").equals("Discharging"));
    return Optional.of(isDischarging && !isFed);
  }

  private static boolean isBattery(Path supply) {
    return text(supply, "type").equals("Battery");
  }

  private static String text(Path supply, String file) {
    return KernelFiles.line(supply.resolve(file)).orElse("");
  }
}
