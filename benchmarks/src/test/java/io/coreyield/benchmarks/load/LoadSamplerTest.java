package io.coreyield.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.coreyield.analysis.model.load.CpuTimes;
import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.analysis.model.load.SwapSample;
import io.coreyield.benchmarks.machine.LoadReader;
import io.coreyield.benchmarks.machine.Oshi;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.openjdk.jmh.profile.ProfilerException;

/** The sampler on this machine. */
@Timeout(60)
class LoadSamplerTest {
  private static final Path PROC_STAT = Path.of("/proc/stat");
  private static final Pattern CPU_LINE = Pattern.compile("cpu(\\d+) (.*)");
  private static final long MS_PER_TICK = 10;

  private static Oshi oshi;

  @BeforeAll
  static void open() {
    oshi = Oshi.open();
  }

  private static final class Kept implements LoadSink {
    private final List<LoadSample> samples = Collections.synchronizedList(new ArrayList<>());
    private final List<SwapSample> swaps = Collections.synchronizedList(new ArrayList<>());
    private final CountDownLatch enough = new CountDownLatch(6);
    private volatile boolean fails;

    @Override
    public void load(LoadSample sample) {
      enough.countDown();
      if (fails) {
        throw new UncheckedIOException(new IOException("no space left"));
      }
      samples.add(sample);
    }

    @Override
    public void swap(SwapSample sample) {
      swaps.add(sample);
    }
  }

  /** The first eight counters of each CPU, in ticks. */
  private static SortedMap<Integer, long[]> procStat() throws IOException {
    SortedMap<Integer, long[]> ticks = new TreeMap<>();
    for (String line : Files.readAllLines(PROC_STAT)) {
      Matcher matcher = CPU_LINE.matcher(line);
      if (matcher.matches()) {
        ticks.put(
            Integer.valueOf(matcher.group(1)),
            Arrays.stream(matcher.group(2).split(" ", -1))
                .limit(8)
                .mapToLong(Long::parseLong)
                .toArray());
      }
    }
    return ticks;
  }

  @Test
  void theCountersAreTheKernels() throws IOException {
    assumeTrue(Files.exists(PROC_STAT), "no /proc/stat");
    LoadReader reader = new LoadReader(oshi);
    SortedMap<Integer, long[]> before = procStat();
    long beforeNs = System.nanoTime();
    LoadSample sample = reader.read().orElseThrow();
    SortedMap<Integer, long[]> after = procStat();

    assertThat(sample.tNs()).isBetween(beforeNs, System.nanoTime());

    assertThat(sample.cpuIds()).containsExactlyElementsOf(before.keySet());
    for (int row = 0; row < sample.cpuIds().size(); row++) {
      CpuTimes times = sample.times().get(row);
      long[] low = Objects.requireNonNull(before.get(sample.cpuIds().get(row)));
      long[] high = Objects.requireNonNull(after.get(sample.cpuIds().get(row)));
      for (int counter = 0; counter < 8; counter++) {
        // Idle and iowait may go backwards by a tick.
        assertThat(times.get(counter))
            .as("counter %d of CPU %d", counter, sample.cpuIds().get(row))
            .isBetween(
                (Math.min(low[counter], high[counter]) - 1) * MS_PER_TICK,
                (Math.max(low[counter], high[counter]) + 1) * MS_PER_TICK);
      }
    }
  }

  @Test
  void samplesComeSteadilyAndOnRequestAndStrictlyLater() throws InterruptedException {
    Kept kept = new Kept();
    LoadSampler sampler = LoadSampler.start(oshi, kept, LoadSampler.FINEST_INTERVAL_MS);
    try (sampler) {
      sampler.sampleNow();
      sampler.sampleNow();
      assertThat(kept.samples).hasSizeGreaterThanOrEqualTo(2);
      assertThat(kept.enough.await(30, TimeUnit.SECONDS)).isTrue();
    }
    List<LoadSample> samples = List.copyOf(kept.samples);
    for (int i = 1; i < samples.size(); i++) {
      assertThat(samples.get(i).tNs()).isGreaterThan(samples.get(i - 1).tNs());
    }
    assertThat(kept.swaps).isNotEmpty();
    assertThat(kept.swaps).allMatch(s -> s.usedBytes() >= 0 && s.usedBytes() <= s.totalBytes());
    assertThat(sampler.failures()).isZero();
    Thread.sleep(250);
    assertThat(kept.samples).as("after it was closed").hasSameSizeAs(samples);
  }

  @Test
  void aSinkThatFailsIsCountedAndDoesNotStopTheSampler() throws InterruptedException {
    Kept kept = new Kept();
    kept.fails = true;
    try (LoadSampler sampler = LoadSampler.start(oshi, kept, LoadSampler.FINEST_INTERVAL_MS)) {
      assertThat(kept.enough.await(30, TimeUnit.SECONDS)).isTrue();
      assertThat(sampler.failures()).isGreaterThanOrEqualTo(5);
      long failuresBefore = sampler.failures();
      sampler.sampleNow();
      assertThat(sampler.failures()).isGreaterThan(failuresBefore);
      kept.fails = false;
      sampler.sampleNow();
      assertThat(kept.samples).isNotEmpty();
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {99, 1, 0, -250})
  void refusesAnIntervalThatIsMostlyRounding(int intervalMs) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> LoadSampler.start(oshi, new Kept(), intervalMs))
        .withMessage(
            "a sample every %d ms: give 100 ms or more, finer loads are mostly rounding",
            intervalMs);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "cpus=all", "cpus=none"})
  void theProfilerKnowsItsOptions(String options) throws ProfilerException {
    assertThat(new CoreLoadProfiler(options).getDescription()).contains("coreload");
  }

  @ParameterizedTest
  @ValueSource(strings = {"cpus", "cpus=some", "all", " ", "cpus=all;x"})
  void theProfilerRefusesOthersInASentence(String options) {
    assertThat(org.assertj.core.api.Assertions.catchThrowable(() -> new CoreLoadProfiler(options)))
        .isInstanceOf(ProfilerException.class)
        .hasMessage("coreload does not know '%s': give cpus=all or cpus=none", options);
  }
}
