package io.coreyield.benchmarks.load;

import io.coreyield.analysis.model.trial.ArmWindow;
import io.coreyield.analysis.model.trial.CpuUse;
import io.coreyield.analysis.model.trial.Iteration;
import io.coreyield.analysis.model.trial.Phase;
import io.coreyield.analysis.model.trial.Surroundings;
import io.coreyield.analysis.model.trial.Taint;
import io.coreyield.analysis.model.trial.WorkerTime;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What a fork tells the host of one iteration.
 *
 * @param phase whether it counts
 * @param startNs start of its first operation
 * @param endNs end of its last operation
 * @param operations how many; 0 if none was completed
 * @param dispatchNs time in which an operation was under way but its slowest worker was not
 * @param workers one entry per worker
 * @param cpuUse CPU time of the measured processes; null where not known
 * @param taints reasons to distrust it
 * @param windows of a block; empty for all other operations
 * @param operationNs how long each operation took, in order; empty where they were not kept
 * @param metrics further figures by name, averaged over iterations
 */
public record IterationReport(
    Phase phase,
    long startNs,
    long endNs,
    long operations,
    long dispatchNs,
    List<WorkerTime> workers,
    @Nullable CpuUse cpuUse,
    Set<Taint> taints,
    List<ArmWindow> windows,
    List<Long> operationNs,
    Map<String, Double> metrics) {

  private static final long UNKNOWN = -1;

  /** Copies the collections. */
  public IterationReport {
    workers = List.copyOf(workers);
    taints = Set.copyOf(taints);
    windows = List.copyOf(windows);
    operationNs = List.copyOf(operationNs);
    metrics = Map.copyOf(metrics);
  }

  /** As an iteration of a trial, with JMH's score of it, of whose surroundings nothing is told. */
  public Iteration toIteration(int index, @Nullable Double score) {
    return toIteration(index, score, Surroundings.UNKNOWN);
  }

  /** As an iteration of a trial, with JMH's score of it and what the host saw meanwhile. */
  public Iteration toIteration(int index, @Nullable Double score, Surroundings surroundings) {
    return new Iteration(
        index,
        phase,
        startNs,
        endNs,
        operations,
        score,
        dispatchNs,
        workers,
        cpuUse,
        taints,
        windows,
        operationNs,
        surroundings);
  }

  void writeTo(DataOutputStream out) throws IOException {
    out.writeUTF(phase.name());
    out.writeLong(startNs);
    out.writeLong(endNs);
    out.writeLong(operations);
    out.writeLong(dispatchNs);
    out.writeInt(workers.size());
    for (WorkerTime worker : workers) {
      out.writeLong(worker.busyNs());
      out.writeLong(worker.cpuNs() == null ? UNKNOWN : worker.cpuNs());
      out.writeInt(worker.firstCpu() == null ? (int) UNKNOWN : worker.firstCpu());
      out.writeInt(worker.lastCpu() == null ? (int) UNKNOWN : worker.lastCpu());
      out.writeLong(worker.migrations());
    }
    out.writeLong(cpuUse == null ? UNKNOWN : cpuUse.userNs());
    out.writeLong(cpuUse == null ? UNKNOWN : cpuUse.systemNs());
    out.writeInt(taints.size());
    for (Taint taint : taints) {
      out.writeUTF(taint.name());
    }
    WindowWire.write(windows, out);
    out.writeInt(operationNs.size());
    for (long ns : operationNs) {
      out.writeLong(ns);
    }
    out.writeInt(metrics.size());
    for (Map.Entry<String, Double> metric : metrics.entrySet()) {
      out.writeUTF(metric.getKey());
      out.writeDouble(metric.getValue());
    }
  }

  static IterationReport readFrom(DataInputStream in) throws IOException {
    return new IterationReport(
        Phase.valueOf(in.readUTF()),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        in.readLong(),
        readWorkers(in),
        readCpuUse(in),
        readTaints(in),
        WindowWire.read(in),
        readOperations(in),
        readMetrics(in));
  }

  private static List<WorkerTime> readWorkers(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<WorkerTime> workers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      long busyNs = in.readLong();
      long cpuNs = in.readLong();
      int firstCpu = in.readInt();
      int lastCpu = in.readInt();
      workers.add(
          new WorkerTime(
              busyNs,
              cpuNs == UNKNOWN ? null : cpuNs,
              firstCpu == UNKNOWN ? null : firstCpu,
              lastCpu == UNKNOWN ? null : lastCpu,
              in.readLong()));
    }
    return workers;
  }

  private static @Nullable CpuUse readCpuUse(DataInputStream in) throws IOException {
    long userNs = in.readLong();
    long systemNs = in.readLong();
    return userNs == UNKNOWN ? null : new CpuUse(userNs, systemNs);
  }

  private static Set<Taint> readTaints(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<Taint> taints = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      taints.add(Taint.valueOf(in.readUTF()));
    }
    return Set.copyOf(taints);
  }

  private static List<Long> readOperations(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<Long> operationNs = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      operationNs.add(in.readLong());
    }
    return operationNs;
  }

  private static Map<String, Double> readMetrics(DataInputStream in) throws IOException {
    int count = in.readInt();
    Map<String, Double> metrics = new TreeMap<>();
    for (int i = 0; i < count; i++) {
      metrics.put(in.readUTF(), in.readDouble());
    }
    return metrics;
  }
}
