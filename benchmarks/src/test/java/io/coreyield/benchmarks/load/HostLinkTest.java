package io.coreyield.benchmarks.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
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
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Host and fork, both ends in one JVM. */
@Timeout(30)
class HostLinkTest {

  /** Keeps what it is told, and can fail as a full disk does. */
  private static final class Heard implements HostLink.Listener {
    private final List<Object> messages = Collections.synchronizedList(new ArrayList<>());
    private volatile boolean fails;

    @Override
    public void iterationStarts() {
      if (fails) {
        throw new UncheckedIOException(new IOException("no space left"));
      }
      messages.add("starts");
    }

    @Override
    public void iterationEnded(IterationReport report) {
      messages.add(report);
    }
  }

  private final Heard heard = new Heard();
  private HostLink host;

  @BeforeEach
  void open() throws IOException {
    host = HostLink.open(heard);
    System.setProperty(ForkLink.PATH_PROPERTY, path().toString());
  }

  @AfterEach
  void close() throws IOException {
    System.clearProperty(ForkLink.PATH_PROPERTY);
    host.close();
  }

  private Path path() {
    String prefix = "-D%s=".formatted(ForkLink.PATH_PROPERTY);
    assertThat(host.jvmArgument()).startsWith(prefix);
    return Path.of(host.jvmArgument().substring(prefix.length()));
  }

  @Test
  void theHostHasHeardBeforeTheForkGoesOn() {
    try (ForkLink fork = ForkLink.open()) {
      for (int i = 1; i <= 100; i++) {
        fork.iterationStarts();
        assertThat(heard.messages).hasSize(2 * i - 1).last().isEqualTo("starts");
        fork.iterationEnded(IterationReportTest.FULL);
        assertThat(heard.messages).hasSize(2 * i).last().isEqualTo(IterationReportTest.FULL);
      }
    }
  }

  @Test
  void forksComeOneAfterAnother() {
    for (int i = 1; i <= 5; i++) {
      try (ForkLink fork = ForkLink.open()) {
        fork.iterationStarts();
      }
      assertThat(heard.messages).hasSize(i);
    }
  }

  @Test
  void aForkThatDiesInAMessageLeavesTheHostReady() throws IOException {
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path()))) {
      DataOutputStream out = new DataOutputStream(Channels.newOutputStream(channel));
      out.writeByte(ForkLink.ITERATION_ENDED);
      out.writeUTF("MEASUREMENT");
    }
    nextForkIsHeard();
  }

  @Test
  void aForkThatTalksNonsenseLeavesTheHostReady() throws IOException {
    try (SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path()))) {
      // In one piece: the host hangs up as soon as it has read the phase.
      ByteArrayOutputStream nonsense = new ByteArrayOutputStream();
      DataOutputStream out = new DataOutputStream(nonsense);
      out.writeByte(ForkLink.ITERATION_ENDED);
      out.writeUTF("no such phase");
      out.write(new byte[256]);
      channel.write(ByteBuffer.wrap(nonsense.toByteArray()));
    }
    nextForkIsHeard();
  }

  @Test
  void aListenerThatFailsEndsItsForkOnly() {
    heard.fails = true;
    try (ForkLink fork = ForkLink.open()) {
      assertThatThrownBy(fork::iterationStarts)
          .isInstanceOf(UncheckedIOException.class)
          .hasMessage("the host that started this fork is gone");
    }
    heard.fails = false;
    nextForkIsHeard();
  }

  private void nextForkIsHeard() {
    try (ForkLink fork = ForkLink.open()) {
      fork.iterationStarts();
    }
    assertThat(heard.messages).containsExactly("starts");
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
    System.clearProperty(ForkLink.PATH_PROPERTY);
    try (ForkLink fork = ForkLink.open()) {
      fork.iterationStarts();
      fork.iterationEnded(IterationReportTest.FULL);
    }
    assertThat(heard.messages).isEmpty();
  }
}
