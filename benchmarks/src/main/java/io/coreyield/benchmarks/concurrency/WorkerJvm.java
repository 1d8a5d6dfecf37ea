package io.coreyield.benchmarks.concurrency;

import io.coreyield.analysis.model.trial.CpuUse;
import io.coreyield.benchmarks.machine.ForkProperties;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** The parent's side of one worker JVM. */
final class WorkerJvm {

  private static final List<String> NOT_INHERITED =
      List.of("-agentlib:jdwp", "-javaagent:", "-Dcom.sun.management", "-XX:CompileCommandFile");
  private static final int SECONDS_TO_END = 5;
  private static final int ERROR_CHARACTERS_KEPT = 2000;

  private final int index;
  private final Process process;
  private final DataOutputStream requests;
  private final DataInputStream answers;
  private final StringBuilder errors = new StringBuilder();

  private WorkerJvm(int index, Process process) {
    this.index = index;
    this.process = process;
    this.requests = new DataOutputStream(new BufferedOutputStream(process.getOutputStream(), 64));
    this.answers = new DataInputStream(new BufferedInputStream(process.getInputStream(), 64));
    Thread.ofVirtual().start(this::drainErrors);
  }

  static WorkerJvm start(int index, @Nullable Integer cpu) {
    List<String> command = new ArrayList<>();
    command.add(ForkProperties.javaLauncher().toString());
    command.addAll(inheritedArguments());
    // Standard output carries answers, which messages and the log of the JVM would break.
    command.add("-XX:+DisplayVMOutputToStderr");
    command.addAll(List.of("-Xlog:disable", "-Xlog:all=warning:stderr"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(WorkerProcess.class.getName());
    if (cpu != null) {
      command.add(cpu.toString());
    }
    try {
      return new WorkerJvm(index, new ProcessBuilder(command).start());
    } catch (IOException e) {
      throw new WorkerFailedException(
          "worker JVM %d cannot be started: %s".formatted(index, e.getMessage()), e);
    }
  }

  /** The flags of this JVM, without those that two processes cannot share. */
  private static List<String> inheritedArguments() {
    return ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
        .filter(argument -> NOT_INHERITED.stream().noneMatch(argument::startsWith))
        .toList();
  }

  void awaitReady() {
    try {
      require(WorkerProcess.READY);
    } catch (IOException e) {
      throw died(e);
    }
  }

  private void require(byte mark) throws IOException {
    if (answers.readByte() != mark) {
      throw died(null);
    }
  }

  void send(Slice slice) throws IOException {
    requests.writeByte(WorkerProcess.SUM);
    requests.writeUTF(slice.kernel().name());
    requests.writeLong(slice.from());
    requests.writeLong(slice.to());
    requests.writeInt(slice.arrayElements());
    requests.flush();
  }

  void send(WindowTask task) throws IOException {
    requests.writeByte(WorkerProcess.WINDOW);
    requests.writeInt(task.worker());
    requests.writeInt(task.cpu());
    requests.writeUTF(task.kernel().name());
    requests.writeInt(task.arrayElements());
    requests.writeLong(task.startNs());
    requests.writeLong(task.endNs());
    requests.writeUTF(task.clock().name());
    requests.flush();
  }

  WindowResult receiveWindow() throws IOException {
    require(WorkerProcess.ANSWER);
    long from = answers.readLong();
    long sum = answers.readLong();
    long[] stamps = new long[answers.readInt()];
    for (int i = 0; i < stamps.length; i++) {
      stamps[i] = answers.readLong();
    }
    return new WindowResult(
        from,
        sum,
        stamps,
        answers.readLong(),
        answers.readInt(),
        answers.readInt(),
        answers.readDouble());
  }

  WorkerResult receive() throws IOException {
    require(WorkerProcess.ANSWER);
    return new WorkerResult(
        answers.readLong(),
        answers.readLong(),
        answers.readLong(),
        answers.readLong(),
        answers.readInt(),
        answers.readInt());
  }

  CpuUse cpuUse() {
    try {
      requests.writeByte(WorkerProcess.CPU_USE);
      requests.flush();
      require(WorkerProcess.ANSWER);
      return new CpuUse(answers.readLong(), answers.readLong());
    } catch (IOException e) {
      throw died(e);
    }
  }

  /** The worker ends by itself when its input does. */
  void endInput() {
    try {
      requests.close();
    } catch (IOException e) {
      process.destroyForcibly();
    }
  }

  void awaitEnd() {
    try {
      if (!process.waitFor(SECONDS_TO_END, TimeUnit.SECONDS)) {
        process.destroyForcibly().waitFor();
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  WorkerFailedException died(@Nullable IOException cause) {
    awaitEnd();
    // An interrupt cuts the wait short, and a process that still runs has no exit code.
    String end =
        process.isAlive()
            ? "stopped answering"
            : "died with exit code %d".formatted(process.exitValue());
    return new WorkerFailedException(
        "worker JVM %d (pid %d) %s%s".formatted(index, process.pid(), end, lastErrors()), cause);
  }

  private void drainErrors() {
    byte[] buffer = new byte[512];
    try (InputStream stream = process.getErrorStream()) {
      int read;
      while ((read = stream.read(buffer)) >= 0) {
        keepError(new String(buffer, 0, read, StandardCharsets.UTF_8));
      }
    } catch (IOException e) {
      keepError("(its errors cannot be read: %s)".formatted(e.getMessage()));
    }
  }

  private void keepError(String text) {
    synchronized (errors) {
      if (errors.length() < ERROR_CHARACTERS_KEPT) {
        errors.append(text);
      }
    }
  }

  private String lastErrors() {
    synchronized (errors) {
      return errors.isEmpty() ? "" : ": " + errors.toString().strip();
    }
  }
}
