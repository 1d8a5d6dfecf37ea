package io.coreyield.benchmarks.load;

import java.io.BufferedInputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.Channels;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** The host's end of the link to its forks: one socket, any number of forks one after another. */
public final class HostLink implements AutoCloseable {

  /** Is told what a fork announces, before the fork goes on. */
  public interface Listener {

    /** An iteration is about to start. */
    void iterationStarts();

    /** An iteration has ended. */
    void iterationEnded(IterationReport report);
  }

  private final Path directory;
  private final ServerSocketChannel server;
  private final Listener listener;

  private HostLink(Path directory, ServerSocketChannel server, Listener listener) {
    this.directory = directory;
    this.server = server;
    this.listener = listener;
  }

  /**
   * Opens a socket that only this user can reach.
   *
   * @throws IOException if the temporary directory cannot hold one
   */
  public static HostLink open(Listener listener) throws IOException {
    Path directory = Files.createTempDirectory("coreyield");
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    HostLink link = new HostLink(directory, server, listener);
    server.bind(UnixDomainSocketAddress.of(link.path()));
    Thread.ofPlatform().daemon().name("fork-link").start(link::accept);
    return link;
  }

  private Path path() {
    return directory.resolve("link");
  }

  /** The JVM argument that lets a fork find this link. */
  public String jvmArgument() {
    return "-D%s=%s".formatted(ForkLink.PATH_PROPERTY, path());
  }

  private void accept() {
    while (server.isOpen()) {
      try (SocketChannel fork = server.accept()) {
        serve(fork);
      } catch (IOException | RuntimeException _) {
        // The fork went or talked nonsense, or this end was closed. What it had announced has been
        // handed on, and the next fork must be heard.
      }
    }
  }

  private void serve(SocketChannel fork) throws IOException {
    DataInputStream in =
        new DataInputStream(new BufferedInputStream(Channels.newInputStream(fork)));
    DataOutputStream out = new DataOutputStream(Channels.newOutputStream(fork));
    int message;
    while ((message = in.read()) >= 0) {
      if (message == ForkLink.ITERATION_STARTS) {
        listener.iterationStarts();
      } else {
        listener.iterationEnded(IterationReport.readFrom(in));
      }
      out.writeByte(ForkLink.SEEN);
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    Files.deleteIfExists(path());
    Files.deleteIfExists(directory);
  }
}
