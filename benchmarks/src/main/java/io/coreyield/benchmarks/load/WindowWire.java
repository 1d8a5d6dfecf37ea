package io.coreyield.benchmarks.load;

import io.coreyield.analysis.model.plan.PairArm;
import io.coreyield.analysis.model.trial.ArmWindow;
import io.coreyield.analysis.model.trial.WindowWorker;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The windows of a block on the link from a fork to its host. */
final class WindowWire {

  private static final long UNKNOWN = -1;

  private WindowWire() {}

  static void write(List<ArmWindow> windows, DataOutputStream out) throws IOException {
    out.writeInt(windows.size());
    for (ArmWindow window : windows) {
      out.writeUTF(window.arm().name());
      out.writeLong(window.startNs());
      out.writeLong(window.endNs());
      out.writeInt(window.workers().size());
      for (WindowWorker worker : window.workers()) {
        out.writeInt(worker.cpu());
        out.writeDouble(worker.elements());
        out.writeLong(worker.busyNs());
        out.writeLong(worker.cpuNs() == null ? UNKNOWN : worker.cpuNs());
        writeCpu(worker.firstCpu(), out);
        writeCpu(worker.lastCpu(), out);
        out.writeDouble(worker.clockGHz() == null ? Double.NaN : worker.clockGHz());
      }
    }
  }

  static List<ArmWindow> read(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<ArmWindow> windows = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      windows.add(
          new ArmWindow(
              PairArm.valueOf(in.readUTF()), in.readLong(), in.readLong(), readWorkers(in)));
    }
    return windows;
  }

  private static List<WindowWorker> readWorkers(DataInputStream in) throws IOException {
    int count = in.readInt();
    List<WindowWorker> workers = new ArrayList<>(count);
    for (int i = 0; i < count; i++) {
      workers.add(
          new WindowWorker(
              in.readInt(),
              in.readDouble(),
              in.readLong(),
              known(in.readLong()),
              readCpu(in),
              readCpu(in),
              readClock(in)));
    }
    return workers;
  }

  private static @Nullable Long known(long value) {
    return value == UNKNOWN ? null : value;
  }

  private static @Nullable Double readClock(DataInputStream in) throws IOException {
    double clockGHz = in.readDouble();
    return Double.isNaN(clockGHz) ? null : (Double) clockGHz;
  }

  private static void writeCpu(@Nullable Integer cpu, DataOutputStream out) throws IOException {
    out.writeInt(cpu == null ? (int) UNKNOWN : cpu);
  }

  private static @Nullable Integer readCpu(DataInputStream in) throws IOException {
    int cpu = in.readInt();
    return cpu == UNKNOWN ? null : (Integer) cpu;
  }
}
