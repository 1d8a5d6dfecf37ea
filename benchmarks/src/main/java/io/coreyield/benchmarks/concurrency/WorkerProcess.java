package io.coreyield.benchmarks.concurrency;

import io.coreyield.analysis.model.plan.Kernel;
import io.coreyield.analysis.model.trial.CpuUse;
import io.coreyield.benchmarks.machine.ParentWatch;
import io.coreyield.benchmarks.machine.libc.ProcessClock;
import io.coreyield.benchmarks.machine.libc.ThreadAffinity;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

/**
 * The program of one worker JVM: reads requests from standard input, answers on standard output,
 * and ends when its input does.
 */
public final class WorkerProcess {

  static final byte READY = 'R';
  static final byte SUM = 'S';
  static final byte WINDOW = 'W';
  static final byte CPU_USE = 'U';

  /** Stands before each answer: a JVM that crashes writes its report there, too. */
  static final byte ANSWER = 'A';

  private static final int END = -1;

  private WorkerProcess() {}

  /** Serves until the input ends, pinned to the logical CPU that the argument names, if any. */
  public static void main(String[] args) throws IOException {
    System.setOut(System.err);
    ParentWatch.start();
    if (args.length > 0) {
      ThreadAffinity.pin(Integer.parseInt(args[0]));
    }
    DataInputStream requests = new DataInputStream(new BufferedInputStream(System.in, 64));
    DataOutputStream answers =
        new DataOutputStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 64));
    answers.writeByte(READY);
    answers.flush();
    try {
      serve(requests, answers);
    } catch (WorkerFailedException e) {
      // The parent repeats this message.
      System.err.println(e.getMessage());
      System.exit(1);
    }
  }

  private static void serve(DataInputStream requests, DataOutputStream answers) throws IOException {
    KernelSlot slot = new KernelSlot();
    int request;
    while ((request = requests.read()) != END) {
      switch (request) {
        case SUM -> answer(answers, WorkerResult.measure(slot, readSlice(requests)));
        case WINDOW -> answer(answers, WindowResult.measure(slot, readTask(requests)));
        default -> answer(answers, ProcessClock.self().orElse(new CpuUse(0, 0)));
      }
      answers.flush();
    }
  }

  private static Slice readSlice(DataInputStream requests) throws IOException {
    return new Slice(
        Kernel.valueOf(requests.readUTF()),
        requests.readLong(),
        requests.readLong(),
        requests.readInt());
  }

  private static WindowTask readTask(DataInputStream requests) throws IOException {
    return new WindowTask(
        requests.readInt(),
        requests.readInt(),
        Kernel.valueOf(requests.readUTF()),
        requests.readInt(),
        requests.readLong(),
        requests.readLong(),
        WindowTask.ClockReading.valueOf(requests.readUTF()));
  }

  private static void answer(DataOutputStream answers, CpuUse use) throws IOException {
    answers.writeByte(ANSWER);
    answers.writeLong(use.userNs());
    answers.writeLong(use.systemNs());
  }

  private static void answer(DataOutputStream answers, WindowResult result) throws IOException {
    answers.writeByte(ANSWER);
    answers.writeLong(result.from());
    answers.writeLong(result.sum());
    answers.writeInt(result.stampsNs().length);
    for (long stampNs : result.stampsNs()) {
      answers.writeLong(stampNs);
    }
    answers.writeLong(result.cpuNs());
    answers.writeInt(result.startCpu());
    answers.writeInt(result.endCpu());
    answers.writeDouble(result.clockGHz());
  }

  private static void answer(DataOutputStream answers, WorkerResult result) throws IOException {
    answers.writeByte(ANSWER);
    answers.writeLong(result.sum());
    answers.writeLong(result.startNs());
    answers.writeLong(result.endNs());
    answers.writeLong(result.cpuNs());
    answers.writeInt(result.startCpu());
    answers.writeInt(result.endCpu());
  }
}
