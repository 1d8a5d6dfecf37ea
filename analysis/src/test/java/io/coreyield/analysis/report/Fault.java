package io.coreyield.analysis.report;

import java.nio.charset.StandardCharsets;

/**
 * A content with something wrong in it.
 *
 * @param what was done to it, for whoever looks into it
 * @param octets the content, a character for each byte
 */
record Fault(String what, String octets) {

  /** A fault that left these bytes. */
  static Fault of(String what, byte[] content) {
    return new Fault(what, new String(content, StandardCharsets.ISO_8859_1));
  }

  /** A fault that left this text, as UTF-8. */
  static Fault of(String what, String text) {
    return of(what, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The content. */
  byte[] bytes() {
    return octets.getBytes(StandardCharsets.ISO_8859_1);
  }

  /** The content read as UTF-8. */
  String text() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }
}
