package io.coreyield.analysis.comparison;

import io.coreyield.analysis.findings.CapturedFindings;
import io.coreyield.analysis.findings.CapturedScaling;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.stats.Estimate;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The figures of a captured run that are compared: from one timing each, without an interval. */
final class CapturedReadings {

  private static final String NO_INTERVAL = "no interval";

  private final SortedMap<Row, Reading> readings = new TreeMap<>();

  private CapturedReadings() {}

  static SortedMap<Row, Reading> of(CapturedFindings findings) {
    CapturedReadings captured = new CapturedReadings();
    Topology topology = findings.run().info().machine().topology().usableOrAll();
    findings.scalings().forEach(program -> captured.add(program, topology));
    return captured.readings;
  }

  private void add(CapturedScaling program, Topology topology) {
    double one = program.elementsPerSecond(1);
    add(program, Kind.ONE_WORKER, one, 1);
    int cores = topology.physicalCores();
    int cpus = topology.logicalCpus();
    if (cores > 1) {
      double all = program.elementsPerSecond(cores);
      add(program, Kind.ALL_CORES, all, cores);
      add(program, Kind.SPEED_UP_CORES, all / one, cores);
    }
    if (cpus > cores) {
      double all = program.elementsPerSecond(cpus);
      add(program, Kind.ALL_CPUS, all, cpus);
      add(program, Kind.SPEED_UP_CPUS, all / one, cpus);
    }
    add(program, Kind.CHIP_WIDE_YIELD, program.knee().value(), null);
  }

  private void add(CapturedScaling program, Kind kind, double value, @Nullable Integer workers) {
    if (!Double.isNaN(value)) {
      Setting setting = new Setting(null, null, null, workers, null);
      readings.put(
          Row.ofProgram(kind, program.what()),
          new Reading(Estimate.withoutInterval(value, NO_INTERVAL), setting, 1, false));
    }
  }
}
