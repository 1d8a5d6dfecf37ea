package io.coreyield.analysis.recording.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.SeekableByteChannel;

/**
 * A zip file for a library that reads the whole list of files when it opens one: a list without end
 * must not fill the memory.
 */
final class CappedChannel implements SeekableByteChannel {

  private final SeekableByteChannel channel;
  private long left = Limits.DIRECTORY_BYTES;

  CappedChannel(SeekableByteChannel channel) {
    this.channel = channel;
  }

  /** Ends the cap: what is read from now on is content, which has limits of its own. */
  void listIsRead() {
    left = Long.MAX_VALUE;
  }

  /** Whether the list was longer than {@link Limits#DIRECTORY_BYTES}. */
  boolean isSpent() {
    return left < 0;
  }

  @Override
  public int read(ByteBuffer buffer) throws IOException {
    int read = channel.read(buffer);
    left -= Math.max(0, read);
    if (isSpent()) {
      throw new IOException("the list of files is too long");
    }
    return read;
  }

  @Override
  public long position() throws IOException {
    return channel.position();
  }

  @Override
  public SeekableByteChannel position(long position) throws IOException {
    channel.position(position);
    return this;
  }

  @Override
  public long size() throws IOException {
    return channel.size();
  }

  @Override
  public int write(ByteBuffer buffer) {
    throw new NonWritableChannelException();
  }

  @Override
  public SeekableByteChannel truncate(long size) {
    throw new NonWritableChannelException();
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
