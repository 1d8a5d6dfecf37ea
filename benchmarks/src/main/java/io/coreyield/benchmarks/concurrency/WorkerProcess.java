package io.coreyield.benchmarks.concurrency;

import io.coreyield.analysis.model.CpuUse;
import io.coreyield.analysis.model.Kernel;
import io.coreyield.benchmarks.machine.ProcessClock;
import io.coreyield.benchmarks.machine.ThreadAffinity;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;

/**
 * The program of one worker JVM: reads requests from standard input, answers on standard output,
 * and ends when its input does, so that no worker outlives its parent.
 */
public final class WorkerProcess {

  static final byte READY = 'R';
  static final byte SUM = 'S';
  static final byte CPU_USE = 'U';
  private static final int END = -1;

  private WorkerProcess() {}

  /**
   * Serves until the input ends.
   *
   * @param args the logical CPU to be pinned to; nothing: the scheduler decides
   */
  public static void main(String[] args) throws IOException {
    System.setOut(System.err);
    if (args.length > 0) {
      ThreadAffinity.pin(Integer.parseInt(args[0]));
    }
    DataInputStream requests = new DataInputStream(new BufferedInputStream(System.in, 64));
    DataOutputStream answers =
        new DataOutputStream(
            new BufferedOutputStream(new FileOutputStream(FileDescriptor.out), 64));
    answers.writeByte(READY);
    answers.flush();
    serve(requests, answers);
  }

  private static void serve(DataInputStream requests, DataOutputStream answers) throws IOException {
    int request;
    while ((request = requests.read()) != END) {
      if (request == SUM) {
        Kernel kernel = Kernel.valueOf(requests.readUTF());
        answer(
            answers,
            WorkerResult.measure(new Slice(kernel, requests.readLong(), requests.readLong())));
      } else {
        CpuUse use = ProcessClock.self().orElse(new CpuUse(0, 0));
        answers.writeLong(use.userNs());
        answers.writeLong(use.systemNs());
      }
      answers.flush();
    }
  }

  private static void answer(DataOutputStream answers, WorkerResult result) throws IOException {
    answers.writeLong(result.sum());
    answers.writeLong(result.startNs());
    answers.writeLong(result.endNs());
    answers.writeLong(result.cpuNs());
    answers.writeInt(result.startCpu());
    answers.writeInt(result.endCpu());
  }
}
