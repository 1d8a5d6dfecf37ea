package io.coreyield.analysis.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/**
 * Length and checksum of a file.
 *
 * @param bytes its length
 * @param sha256 of its content, in lower-case hexadecimal
 */
public record Digest(long bytes, String sha256) {

  private static final int BUFFER_BYTES = 1 << 16;

  /** Reads to the end. */
  public static Digest of(InputStream in) throws IOException {
    MessageDigest sha256 = computation();
    byte[] buffer = new byte[BUFFER_BYTES];
    long bytes = 0;
    for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
      sha256.update(buffer, 0, read);
      bytes += read;
    }
    return new Digest(bytes, HexFormat.of().formatHex(sha256.digest()));
  }

  private static MessageDigest computation() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java runtime has SHA-256", e);
    }
  }
}
