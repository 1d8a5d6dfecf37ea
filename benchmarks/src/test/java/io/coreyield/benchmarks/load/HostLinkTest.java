package io.coreyield.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.coreyield.analysis.model.trial.Phase;
import io.coreyield.analysis.model.trial.WorkerTime;
import java.io.ByteArrayOutputStream;
import java.io.File;
import java.io.IOException;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Host and fork, both ends in one JVM. */
@Timeout(30)
class HostLinkTest {

  /** Keeps what it gets, and can fail as a full disk does. */
  private static final class Recorder implements HostLink.Listener {
    private final List<Object> messages = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean fails;

    @Override
    public void iterationStarts() {
      if (fails) {
        throw new UncheckedIOException("no space left", new IOException());
      }
      messages.add("starts");
    }

    @Override
    public void iterationEnds() {
      messages.add("ends");
    }

    @Override
    public void report(IterationReport report) {
      messages.add(report);
    }
  }

  private static final String PROPERTY = "coreyield.link";

  private final Recorder recorder = new Recorder();
  private HostLink host;

  @BeforeEach
  void open() throws IOException {
    host = HostLink.open(recorder);
    System.setProperty(PROPERTY, path().toString());
  }

  @AfterEach
  void close() throws IOException {
    System.clearProperty(PROPERTY);
    host.close();
  }

  private Path path() {
    String prefix = "-D%s=".formatted(PROPERTY);
    assertThat(host.jvmArgument()).startsWith(prefix);
    return Path.of(host.jvmArgument().substring(prefix.length()));
  }

  @Test
  void theHostHasHeardBeforeTheForkGoesOn() {
    try (ForkLink fork = ForkLink.open()) {
      for (int i = 1; i <= 100; i++) {
        fork.iterationStarts();
        assertThat(recorder.messages).hasSize(3 * i - 2).last().isEqualTo("starts");
        fork.iterationEnded(IterationReportTest.FULL);
        assertThat(recorder.messages).hasSize(3 * i).last().isEqualTo(IterationReportTest.FULL);
      }
    }
  }

  @Test
  void forksComeOneAfterAnother() {
    for (int i = 1; i <= 5; i++) {
      try (ForkLink fork = ForkLink.open()) {
        fork.iterationStarts();
      }
      assertThat(recorder.messages).hasSize(i);
    }
  }

  static Stream<IterationReport> reports() {
    return Stream.of(
        IterationReportTest.FULL,
        new IterationReport(
            Phase.WARMUP,
            Long.MIN_VALUE,
            Long.MAX_VALUE,
            1,
            0,
            List.of(new WorkerTime(1, null, null, null, 0)),
            null,
            Set.of(),
            List.of(),
            LongStream.range(0, IterationRecorder.MAX_OPERATIONS_KEPT).boxed().toList(),
            Map.of()));
  }

  @ParameterizedTest
  @MethodSource("reports")
  void aReportArrivesUnchanged(IterationReport report) {
    try (ForkLink fork = ForkLink.open()) {
      fork.iterationEnded(report);
    }
    assertThat(recorder.messages).containsExactly("ends", report);
  }

  @Test
  void aForkThatDiesInAMessageLeavesTheHostReady() throws IOException {
    ByteArrayOutputStream whole = new ByteArrayOutputStream();
    try (ObjectOutputStream out = new ObjectOutputStream(whole)) {
      out.writeObject(new LinkMessage.Report(IterationReportTest.FULL));
    }
    for (int length = 0; length < whole.size(); length += 7) {
      try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path()))) {
        channel.write(ByteBuffer.wrap(whole.toByteArray(), 0, length));
      }
    }
    nextForkIsHeard();
  }

  static Stream<Arguments> nonsense() {
    return Stream.of(
        Arguments.of(new File("x"), "filter status: REJECTED"),
        Arguments.of(new ArrayList<>(List.of("x")), "filter status: REJECTED"),
        Arguments.of("starts", "not a message"),
        Arguments.of(new LinkMessage.Seen(), "only the host answers"));
  }

  @ParameterizedTest
  @MethodSource("nonsense")
  void whatIsNoReportIsRefusedInASentence(Object sent, String reason) throws Exception {
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path()))) {
      ObjectOutputStream out = new ObjectOutputStream(Channels.newOutputStream(channel));
      out.writeObject(sent);
      out.flush();
      assertThat(new ObjectInputStream(Channels.newInputStream(channel)).readObject())
          .isEqualTo(
              new LinkMessage.Refused(
                  "the fork sent no report of an iteration (%s)".formatted(reason)));
    }
    nextForkIsHeard();
  }

  @Test
  void aListenerThatFailsEndsItsForkOnly() {
    recorder.fails = true;
    try (ForkLink fork = ForkLink.open()) {
      assertThatThrownBy(fork::iterationStarts)
          .isInstanceOf(IllegalStateException.class)
          .hasMessage("the host cannot take reports of iterations: no space left");
    }
    recorder.fails = false;
    nextForkIsHeard();
  }

  private void nextForkIsHeard() {
    try (ForkLink fork = ForkLink.open()) {
      fork.iterationStarts();
    }
    assertThat(recorder.messages).containsExactly("starts");
  }

  @Test
  void closingRemovesTheSocketAndItsDirectory() throws IOException {
    Path socket = path();
    assertThat(socket).exists();

    host.close();

    assertThat(socket).doesNotExist();
    assertThat(socket.getParent()).doesNotExist();
    assertThatThrownBy(ForkLink::open)
        .isInstanceOf(UncheckedIOException.class)
        .hasMessage("the host that started this fork cannot be reached");
  }

  @Test
  void onlyThisUserCanReachIt() throws IOException {
    if (Files.getFileStore(path().getParent()).supportsFileAttributeView("posix")) {
      assertThat(Files.getPosixFilePermissions(path().getParent()))
          .allMatch(permission -> permission.name().startsWith("OWNER_"));
    }
  }

  @Test
  void withoutAHostNothingIsSaid() {
    System.clearProperty(PROPERTY);
    try (ForkLink fork = ForkLink.open()) {
      fork.iterationStarts();
      fork.iterationEnded(IterationReportTest.FULL);
    }
    assertThat(recorder.messages).isEmpty();
  }
}
