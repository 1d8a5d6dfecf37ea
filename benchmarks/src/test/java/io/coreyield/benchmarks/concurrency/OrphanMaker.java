package io.coreyield.benchmarks.concurrency;

import io.coreyield.analysis.model.plan.ConcurrencyModel;
import java.util.List;
import java.util.stream.Collectors;

/** A program that opens worker JVMs, prints their process ids in one line, and waits. */
final class OrphanMaker {
  private OrphanMaker() {}

  public static void main(String[] args) throws Exception {
    try (WorkerGroup group = WorkerGroup.open(ConcurrencyModel.PROCESS, 2, List.of())) {
      group.run(Slice.empty(2));
      System.out.println(
          ProcessHandle.current()
              .children()
              .map(child -> Long.toString(child.pid()))
              .collect(Collectors.joining(" ")));
      System.in.read();
    }
  }
}
