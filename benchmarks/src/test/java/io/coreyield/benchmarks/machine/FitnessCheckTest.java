package io.coreyield.benchmarks.machine;

import static org.assertj.core.api.Assertions.assertThat;

import io.coreyield.analysis.Copies;
import io.coreyield.analysis.model.machine.BackgroundLoad;
import io.coreyield.analysis.model.machine.BusyProcess;
import io.coreyield.analysis.model.machine.Conditions;
import io.coreyield.analysis.model.machine.CoreTemperature;
import io.coreyield.analysis.model.machine.CpuPressure;
import io.coreyield.analysis.model.machine.CpuQuota;
import io.coreyield.analysis.model.machine.CpuSetting;
import io.coreyield.analysis.model.machine.Environment;
import io.coreyield.analysis.model.machine.FitnessRule;
import io.coreyield.analysis.model.machine.LogicalCpu;
import io.coreyield.analysis.model.machine.Machine;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.machine.Warning;
import io.coreyield.benchmarks.campaign.plan.Machines;
import java.util.Arrays;
import java.util.BitSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The arithmetic of fitness, on machines that do not exist. */
class FitnessCheckTest {

  private static final CpuQuota TWO_CPUS = new CpuQuota(2, 100_000);

  private static final BusyProcess JVM = new BusyProcess(17, "java", 0.75);

  private static Machine machine(int cpus, int usable, @Nullable String virtualization) {
    List<LogicalCpu> all =
        IntStream.range(0, cpus)
            .mapToObj(id -> new LogicalCpu(id, id, 0, 0, 0, id < usable))
            .toList();
    return new Machine("CPU", "Vendor", null, new Topology(all), List.of(), 1, virtualization);
  }

  @Test
  void anotherQuotaAtTheEndMakesUnfit() {
    CpuQuota otherPeriod = new CpuQuota(2, 50_000);

    assertThat(FitnessCheck.ofQuotas(null, null)).isEmpty();
    assertThat(FitnessCheck.ofQuotas(TWO_CPUS, new CpuQuota(2, 100_000))).isEmpty();
    assertThat(FitnessCheck.ofQuotas(TWO_CPUS, otherPeriod)).isPresent();
    assertThat(FitnessCheck.ofQuotas(TWO_CPUS, null))
        .hasValueSatisfying(warning -> {
          assertThat(warning.makesUnfit()).isTrue();
          assertThat(warning.message())
              .startsWith(
                  "the CPU quota was 2 CPUs of time (200 ms in every 100 ms) at the start of the run and none at its end: ");
        });
  }

  private static Machine under(double cpus, Machine machine) {
    return machine.withQuota(new CpuQuota(cpus, 100_000));
  }

  private static Environment environment(
      @Nullable String smt, @Nullable Double load, Conditions conditions) {
    var limits = new Environment.CpuLimits(4, 4, "0-1", null);
    Environment limited =
        Copies.with(Machines.ENVIRONMENT, "limits", limits, "conditions", conditions);
    return Copies.with(limited, "smtControl", smt, "loadAverage", load);
  }

  private static Conditions clock(
      @Nullable String driver, @Nullable Boolean boost, String energy, String... governors) {
    List<CpuSetting> settings =
        IntStream.range(0, governors.length)
            .mapToObj(cpu -> new CpuSetting("" + cpu, governors[cpu]))
            .toList();
    List<CpuSetting> energies = List.of(new CpuSetting("0-3", energy));
    Conditions set =
        Copies.with(Conditions.UNKNOWN, "governors", settings, "energyPreferences", energies);
    return Copies.with(set, "frequencyDriver", driver, "boost", boost);
  }

  private static Conditions power(
      @Nullable Boolean onBattery,
      @Nullable CoreTemperature coreTemperature,
      @Nullable Double waited) {
    CpuPressure pressure = waited == null ? null : new CpuPressure(waited, 0);
    Conditions powered = Copies.with(Conditions.UNKNOWN, "onBattery", onBattery);
    return Copies.with(powered, "coreTemperature", coreTemperature, "pressure", pressure);
  }

  private static Conditions backgroundLoad(
      @Nullable Double background,
      @Nullable Double steal,
      long thermalThrottleCount,
      BusyProcess... jvms) {
    BusyProcess busiest = jvms.length == 0 ? null : jvms[0];
    BackgroundLoad load =
        new BackgroundLoad(300, background, steal, thermalThrottleCount, 9, List.of(jvms), busiest);
    return Copies.with(Conditions.UNKNOWN, "backgroundLoad", load);
  }

  private static List<Warning> check(Conditions conditions) {
    return FitnessCheck.check(machine(4, 4, null), environment(null, null, conditions));
  }

  private static List<String> codes(List<Warning> findings) {
    return findings.stream().map(Warning::code).toList();
  }

  private static List<String> codes(Conditions conditions) {
    return codes(check(conditions));
  }

  @Test
  void aQuietWholeMachineHasNoFinding() {
    Conditions quiet =
        new Conditions(
            List.of(new CpuSetting("0-3", "performance")),
            List.of(new CpuSetting("0-3", "balance_performance")),
            "intel_pstate",
            false,
            false,
            new CoreTemperature(45, 100.0),
            12_345L,
            new CpuPressure(25, 100),
            new BackgroundLoad(300, 0.4, 0.08, 0L, 3, List.of(), JVM),
            null,
            null);

    assertThat(FitnessCheck.check(under(4, machine(4, 4, null)), environment("on", 1.0, quiet)))
        .isEmpty();
  }

  @Test
  void whatIsNotToldIsNotHeldAgainstIt() {
    assertThat(check(Conditions.UNKNOWN)).isEmpty();
    BackgroundLoad silent = new BackgroundLoad(300, null, null, null, null, List.of(), null);
    Conditions hot = power(null, new CoreTemperature(99, null), null);
    assertThat(check(Copies.with(hot, "backgroundLoad", silent))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"4, 1.5, quota", "4, 3.99, quota", "4, 4,", "2, 3, affinity", "2, 1, quota"})
  void aQuotaBelowTheUsableCpusIsANote(int usable, double cpus, @Nullable String first) {
    Machine machine = under(cpus, machine(4, usable, null));
    List<Warning> findings =
        FitnessCheck.check(machine, environment(null, null, Conditions.UNKNOWN));

    assertThat(codes(findings).stream().findFirst().orElse(null)).isEqualTo(first);
    assertThat(findings).noneMatch(Warning::makesUnfit);
  }

  @Test
  void loadCountsAgainstTheUsableCpusAndIsANote() {
    Environment loaded = environment(null, 1.01, Conditions.UNKNOWN);

    assertThat(codes(FitnessCheck.check(machine(4, 4, null), loaded))).containsExactly("load-high");
    assertThat(FitnessCheck.check(machine(8, 8, null), loaded)).isEmpty();
    assertThat(codes(power(null, null, 25.5))).containsExactly("pressure-high");
  }

  @ParameterizedTest
  @CsvSource({
    "0.4, 0, ''", "0.41, 0, background-load", "1.0, 0, background-load",
    "1.01, 0, unfit-background-load", "0, 0.08, ''", "0, 0.09, steal",
    "0, 0.4, steal", "0, 0.41, unfit-steal"
  })
  void otherProgramsAndTheHypervisorDecide(double background, double steal, String code) {
    assertThat(String.join(" ", codes(backgroundLoad(background, steal, 0)))).isEqualTo(code);
  }

  @Test
  void aBatteryMakesUnfitAndMainsDoNot() {
    assertThat(codes(power(true, null, null))).containsExactly("unfit-battery");
    assertThat(codes(power(false, null, null))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"94.9, ''", "95, unfit-hot", "101, unfit-hot"})
  void aHotCoreMakesUnfit(double celsius, String code) {
    assertThat(String.join(" ", codes(power(null, new CoreTemperature(celsius, 100.0), null))))
        .isEqualTo(code);
  }

  @Test
  void heatThatSlowsNowMakesUnfitAndThatOfLastWeekDoesNot() {
    assertThat(codes(backgroundLoad(0.0, 0.0, 1))).containsExactly("unfit-thermal-throttling");
    assertThat(codes(power(null, null, null))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "intel_pstate, powersave, governor", "amd-pstate-epp, powersave, governor",
    "acpi-cpufreq, powersave, governor-slow", "intel_cpufreq, powersave, governor-slow",
    "acpi-cpufreq, schedutil, governor", "acpi-cpufreq, performance, ''"
  })
  void noGovernorMakesUnfit(String driver, String governor, String code) {
    assertThat(String.join(" ", codes(clock(driver, false, "performance", governor))))
        .isEqualTo(code);
  }

  @Test
  void settingsOfTheClockAreToldOnceEach() {
    assertThat(check(clock("intel_pstate", true, "balance_power", "performance", "powersave")))
        .extracting(Warning::message)
        .containsExactly(
            "frequency governors differ: 'performance' on 0, 'powersave' on 1: equal cores run"
                + " at different clocks",
            "the processor is set to save energy: 'balance_power' on 0-3: the clock rises late and"
                + " not to its maximum",
            "boost (turbo) is on: the clock falls as more cores work, which bends scaling"
                + " curves");
    assertThat(check(clock("intel_pstate", null, "performance", "powersave")).getFirst().message())
        .startsWith("the frequency governor is 'powersave', as is usual with intel_pstate: ");
  }

  @Test
  void processesAreNamedUpToFive() {
    BusyProcess[] many = new BusyProcess[7];
    Arrays.setAll(many, i -> new BusyProcess(100 + i, "java", 0.5));

    assertThat(check(backgroundLoad(3.5, 0.0, 0, many)))
        .extracting(Warning::message)
        .satisfiesExactly(
            load ->
                assertThat(load)
                    .startsWith(
                        "other programs kept 3.50 of 4 logical CPUs busy, most of it by java"
                            + " (process 100, 0.50 CPUs): "),
            jvms ->
                assertThat(jvms)
                    .startsWith("7 other JVMs are at work: java (process 100, 0.50 CPUs), ")
                    .contains("java (process 104, 0.50 CPUs) and 2 more: ")
                    .doesNotContain("105"));
    assertThat(check(backgroundLoad(0.0, 0.0, 0, JVM)).getFirst().message())
        .startsWith("1 other JVM is at work: java (process 17, 0.75 CPUs): ");
  }

  @Test
  void everyRuleCanBeFoundAndUnfitComesFirst() {
    Machine machine = under(1.5, machine(4, 2, "KVM"));
    List<Warning> all =
        Stream.of(
                backgroundLoad(1.0, 1.0, 1, JVM),
                backgroundLoad(0.3, 0.1, 0),
                clock(null, true, "power", "powersave"),
                clock(null, true, "power", "schedutil"),
                clock(null, true, "power", "schedutil", "powersave"),
                power(true, new CoreTemperature(99, 100.0), 99.0),
                Copies.with(Conditions.UNKNOWN, "loadUnavailable", "/proc/stat cannot be read"))
            .map(
                conditions -> FitnessCheck.check(machine, environment("forceoff", 9.0, conditions)))
            .flatMap(List::stream)
            .toList();

    Set<String> found = new LinkedHashSet<>(codes(all));
    FitnessCheck.ofQuotas(null, TWO_CPUS).map(Warning::code).ifPresent(found::add);
    FitnessCheck.ofCpus(machine.topology(), new BitSet(), new BitSet())
        .map(Warning::code)
        .ifPresent(found::add);
    assertThat(found)
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(FitnessRule.values()).map(FitnessRule::code).toList());
    assertThat(codes(FitnessCheck.check(machine, environment("off", 9.0, power(true, null, null)))))
        .containsExactly(
            "unfit-battery", "quota", "load-high", "smt-off", "virtual-machine", "affinity");
  }

  @Test
  void logicalCpusThatComeOrGoAreNamed() {
    Topology four = machine(4, 4, null).topology();
    BitSet all = cpus(0, 4);
    BitSet eight = cpus(0, 8);

    assertThat(FitnessCheck.ofCpus(four, all, all)).isEmpty();
    assertThat(FitnessCheck.ofCpus(four, all, cpus(1, 3)).orElseThrow().message())
        .startsWith(
            "this process could use the logical CPUs 0-3 at the start of the run and 1-2 later");
    assertThat(FitnessCheck.ofCpus(four, cpus(1, 3), cpus(1, 3)))
        .as("before the first trial, but after the machine was read")
        .isPresent();
    assertThat(FitnessCheck.ofCpus(four, all, eight).orElseThrow().message())
        .as("plugged in while it measures")
        .startsWith(
            "this process could use the logical CPUs 0-3 at the start of the run and 0-7 later");
    assertThat(FitnessCheck.ofCpus(four, eight, eight)).as("allowed, but not there").isEmpty();
  }

  private static BitSet cpus(int from, int to) {
    BitSet cpus = new BitSet();
    cpus.set(from, to);
    return cpus;
  }
}
