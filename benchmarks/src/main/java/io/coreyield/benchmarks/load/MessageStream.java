package io.coreyield.benchmarks.load;

import io.coreyield.analysis.model.plan.PairArm;
import io.coreyield.analysis.model.trial.ArmWindow;
import io.coreyield.analysis.model.trial.CpuUse;
import io.coreyield.analysis.model.trial.Phase;
import io.coreyield.analysis.model.trial.Taint;
import io.coreyield.analysis.model.trial.WindowWorker;
import io.coreyield.analysis.model.trial.WorkerTime;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.ObjectInputFilter;
import java.io.ObjectInputStream;
import java.io.ObjectOutputStream;
import java.io.OutputStream;
import java.io.StreamCorruptedException;
import java.nio.channels.Channels;
import java.nio.channels.SocketChannel;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One end of the link between a fork and its host: messages in both directions. */
final class MessageStream implements AutoCloseable {

  /** Messages, what they hold, and nothing else; limits are far above what an iteration reports. */
  static final ObjectInputFilter FILTER =
      ObjectInputFilter.Config.createFilter(
          Stream.of(
                  LinkMessage.IterationStarts.class,
                  LinkMessage.IterationEnds.class,
                  LinkMessage.Report.class,
                  LinkMessage.Seen.class,
                  LinkMessage.Refused.class,
                  IterationReport.class,
                  WorkerTime.class,
                  CpuUse.class,
                  ArmWindow.class,
                  WindowWorker.class,
                  PairArm.class,
                  Phase.class,
                  Taint.class,
                  Enum.class,
                  Number.class,
                  Integer.class,
                  Long.class,
                  Double.class,
                  Object.class) // Filters judge an array by its component.
              .map(Class::getName)
              // The last two are the serialised and the read form of List.of, Set.of and Map.of.
              .collect(
                  Collectors.joining(
                      ";",
                      "maxdepth=12;maxarray=100000;",
                      ";java.util.CollSer;java.util.ImmutableCollections$*;!*")));

  private final InputStream bytes;
  private final ObjectOutputStream out;
  private final ObjectInputStream in;

  /** Waits until the other end is open too. */
  MessageStream(SocketChannel channel) throws IOException {
    // Without buffers a report takes twice as long.
    out = new ObjectOutputStream(new BufferedOutputStream(Channels.newOutputStream(channel)));
    out.flush();
    bytes = new BufferedInputStream(Channels.newInputStream(channel));
    in = new ObjectInputStream(bytes);
    in.setObjectInputFilter(FILTER);
  }

  void send(LinkMessage message) throws IOException {
    out.writeObject(message);
    out.flush();
    // Otherwise both ends would keep every message until they close.
    out.reset();
  }

  /**
   * Waits for the next message.
   *
   * @throws java.io.EOFException if the other end closed
   * @throws java.io.ObjectStreamException if it sent anything but a message
   */
  LinkMessage receive() throws IOException {
    try {
      if (in.readObject() instanceof LinkMessage message) {
        return message;
      }
      throw new StreamCorruptedException("not a message");
    } catch (ClassNotFoundException e) {
      throw (IOException) new StreamCorruptedException("unknown class").initCause(e);
    }
  }

  /** Sends the reason and ignores what the other end still sends, until it closes. */
  void refuse(String reason) throws IOException {
    send(new LinkMessage.Refused(reason));
    bytes.transferTo(OutputStream.nullOutputStream());
  }

  @Override
  public void close() throws IOException {
    out.close();
  }
}
