package io.coreyield.benchmarks.load;

import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;

/**
 * The fork's end of the link to the host. At the start and the end of every iteration the fork
 * waits until the host has read the load, so that the host's figures meet the iteration exactly.
 * Without a host (no fork, or no profiler) it does nothing.
 */
public final class ForkLink implements AutoCloseable {

  /** System property of a fork: the path of the host's socket. */
  static final String PATH_PROPERTY = "coreyield.link";

  static final byte ITERATION_STARTS = 'B';
  static final byte ITERATION_ENDED = 'E';
  static final byte SEEN = 'K';

  private final DataOutputStream out;
  private final DataInputStream in;
  private final boolean connected;

  private ForkLink(DataOutputStream out, DataInputStream in, boolean connected) {
    this.out = out;
    this.in = in;
    this.connected = connected;
  }

  /**
   * Connects to the host that started this fork, if one asked for that.
   *
   * @throws UncheckedIOException if the host cannot be reached
   */
  public static ForkLink open() {
    String path = System.getProperty(PATH_PROPERTY);
    if (path == null) {
      return new ForkLink(
          new DataOutputStream(OutputStream.nullOutputStream()),
          new DataInputStream(InputStream.nullInputStream()),
          false);
    }
    try {
      SocketChannel channel = SocketChannel.open(UnixDomainSocketAddress.of(path));
      return new ForkLink(
          new DataOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel))),
          new DataInputStream(Channels.newInputStream(channel)),
          true);
    } catch (IOException e) {
      throw new UncheckedIOException("the host that started this fork cannot be reached", e);
    }
  }

  /** Tells that an iteration starts. */
  public void iterationStarts() {
    exchange(ITERATION_STARTS, null);
  }

  /** Tells what an iteration did. */
  public void iterationEnded(IterationReport report) {
    exchange(ITERATION_ENDED, report);
  }

  private void exchange(byte message, @org.jspecify.annotations.Nullable IterationReport report) {
    if (!connected) {
      return;
    }
    try {
      out.writeByte(message);
      if (report != null) {
        report.writeTo(out);
      }
      out.flush();
      if (in.readByte() != SEEN) {
        throw new IOException("unexpected answer");
      }
    } catch (IOException e) {
      throw new UncheckedIOException("the host that started this fork is gone", e);
    }
  }

  @Override
  public void close() {
    try {
      out.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
