package io.coreyield.fleet.ingest;

import io.coreyield.analysis.recording.PendingRead;
import io.coreyield.fleet.store.RunRow;
import io.coreyield.fleet.store.StoreWriter;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Reads runs into a fleet: each once, and what cannot be read by name. */
public final class Ingest {

  /** Each may need 0.3 GB for a run of an hour on a large machine. */
  private static final int MAX_READERS = 4;

  private static final int BATCH = 200;

  private final StoreWriter writer;
  private final @Nullable String machine;
  private final Consumer<Refusal> tell;
  private final Map<String, String> machines;
  private final Map<String, Integer> trials;
  private final Map<String, RunRow> waiting = new LinkedHashMap<>();
  private final List<Refusal> refused = new ArrayList<>();
  private int added;
  private int replaced;
  private int known;
  private int older;

  private record Pending(Path path, PendingRead<Reading> reading) {}

  private Ingest(StoreWriter writer, @Nullable String machine, Consumer<Refusal> tell) {
    this.writer = writer;
    this.machine = machine;
    this.tell = tell;
    this.machines = writer.machines();
    this.trials = writer.trials();
  }

  /**
   * Reads runs.
   *
   * @param machine name of the machine of all of them; null to use the name that a run gives
   * @param tell takes each refusal at once
   * @throws IOException if the paths cannot be searched
   */
  public static Ingested into(
      StoreWriter writer, List<Path> paths, @Nullable String machine, Consumer<Refusal> tell)
      throws IOException {
    Ingest ingest = new Ingest(writer, machine, tell);
    RunFinder.Found found = RunFinder.at(paths);
    found.refused().forEach(ingest::refuse);
    ingest.readAll(found.runs());
    ingest.flush();
    return new Ingested(ingest.added, ingest.replaced, ingest.known, ingest.older, ingest.refused);
  }

  private void readAll(List<Path> runs) {
    int threads = Math.min(MAX_READERS, Runtime.getRuntime().availableProcessors());
    ExecutorService readers = Executors.newFixedThreadPool(threads);
    try {
      Map<String, String> before = Map.copyOf(machines);
      Deque<Pending> pending = new ArrayDeque<>();
      for (Path run : runs) {
        pending.add(
            new Pending(run, PendingRead.start(readers, () -> Reading.of(run, machine, before))));
      }
      while (!pending.isEmpty()) {
        // What was taken is let go: all runs together may not fit into memory.
        take(pending.remove());
      }
    } finally {
      readers.shutdownNow();
    }
  }

  /** One bad run does not stop the rest. */
  private void take(Pending pending) {
    Path path = pending.path;
    try {
      switch (pending.reading.result()) {
        case Reading.Known _ -> known++;
        case Reading.Read(var row) -> add(path, row);
      }
    } catch (IOException e) {
      refuse(new Refusal(path.toString(), String.valueOf(e.getMessage())));
    } catch (RuntimeException e) {
      refuse(
          new Refusal(
              path.toString(),
              "cannot be analysed (%s: %s): report this, with the run"
                  .formatted(e.getClass().getSimpleName(), e.getMessage())));
    }
  }

  private void add(Path path, RunRow row) {
    if (row.machine().name().equals(machines.get(row.digest()))) {
      known++;
      return;
    }
    Integer before = trials.get(row.id());
    if (before != null && before > row.trials().size()) {
      older++;
      tell.accept(
          new Refusal(
              path.toString(),
              "is an earlier state of a run that is here already, and is left out"));
      return;
    }
    if (before == null) {
      added++;
    } else {
      replaced++;
    }
    trials.put(row.id(), row.trials().size());
    machines.put(row.digest(), row.machine().name());
    waiting.put(row.id(), row);
    if (waiting.size() == BATCH) {
      flush();
    }
  }

  private void flush() {
    writer.put(List.copyOf(waiting.values()));
    waiting.clear();
  }

  private void refuse(Refusal refusal) {
    refused.add(refusal);
    tell.accept(refusal);
  }
}
