package io.coreyield.benchmarks.load;

import io.coreyield.benchmarks.machine.ForkProperties;
import java.io.IOException;
import java.io.InvalidObjectException;
import java.io.ObjectStreamException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.Path;

/** The host's end of the link to its forks, which connect one after another. */
public final class HostLink implements AutoCloseable {

  /** Takes what a fork reports, before the fork goes on. */
  public interface Listener {

    void iterationStarts();

    void iterationEnds();

    /** What the iteration did that has ended. */
    void report(IterationReport report);
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
    // Ctrl-C may end this process before it is closed; what was named last is deleted first.
    directory.toFile().deleteOnExit();
    link.path().toFile().deleteOnExit();
    Thread.ofPlatform().daemon().name("fork-link").start(link::accept);
    return link;
  }

  private Path path() {
    return directory.resolve("link");
  }

  /** The JVM argument that lets a fork find this link. */
  public String jvmArgument() {
    return ForkProperties.linkArgument(path());
  }

  private void accept() {
    while (server.isOpen()) {
      try (SocketChannel fork = server.accept();
          MessageStream messages = new MessageStream(fork)) {
        serve(messages);
      } catch (IOException | RuntimeException _) {
        // The fork ended, or this end was closed. What it reported has been passed on, and the next
        // fork must be heard.
      }
    }
  }

  private void serve(MessageStream fork) throws IOException {
    try {
      while (true) {
        switch (fork.receive()) {
          case LinkMessage.IterationStarts() -> listener.iterationStarts();
          case LinkMessage.IterationEnds() -> listener.iterationEnds();
          case LinkMessage.Report(IterationReport report) -> listener.report(report);
          case LinkMessage.Seen _, LinkMessage.Refused _ ->
              throw new InvalidObjectException("only the host answers");
        }
        fork.send(new LinkMessage.Seen());
      }
    } catch (ObjectStreamException e) {
      fork.refuse("the fork sent no report of an iteration (%s)".formatted(e.getMessage()));
    } catch (RuntimeException e) {
      fork.refuse("the host cannot take reports of iterations: " + e.getMessage());
    }
  }

  @Override
  public void close() throws IOException {
    server.close();
    Files.deleteIfExists(path());
    Files.deleteIfExists(directory);
  }
}
