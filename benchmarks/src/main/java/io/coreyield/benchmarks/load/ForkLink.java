package io.coreyield.benchmarks.load;

import io.coreyield.benchmarks.machine.ForkProperties;
import io.coreyield.benchmarks.machine.ParentWatch;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The fork's end of the link to the host. At the start and the end of every iteration the fork
 * waits until the host has read the load. Without a host (no fork, or no profiler) it does nothing.
 */
public final class ForkLink implements AutoCloseable {

  private final @Nullable MessageStream host;

  private ForkLink(@Nullable MessageStream host) {
    this.host = host;
  }

  /**
   * Connects to the host that started this fork, if there is one; the fork ends with it.
   *
   * @throws UncheckedIOException if the host cannot be reached
   */
  public static ForkLink open() {
    Path socket = ForkProperties.link();
    if (socket == null) {
      return new ForkLink(null);
    }
    ParentWatch.start();
    try {
      return new ForkLink(
          new MessageStream(SocketChannel.open(UnixDomainSocketAddress.of(socket))));
    } catch (IOException e) {
      throw new UncheckedIOException("the host that started this fork cannot be reached", e);
    }
  }

  public void iterationStarts() {
    exchange(new LinkMessage.IterationStarts());
  }

  /**
   * Announces the end of an iteration, and then reports what it did: a report takes 2 ms, and the
   * host must read the load before.
   *
   * @throws IllegalStateException if the host refuses the report
   */
  public void iterationEnded(IterationReport report) {
    exchange(new LinkMessage.IterationEnds());
    exchange(new LinkMessage.Report(report));
  }

  private void exchange(LinkMessage message) {
    if (host == null) {
      return;
    }
    try {
      host.send(message);
      if (host.receive() instanceof LinkMessage.Refused(String reason)) {
        throw new IllegalStateException(reason);
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the host that started this fork is gone", e);
    }
  }

  @Override
  public void close() {
    try {
      if (host != null) {
        host.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
