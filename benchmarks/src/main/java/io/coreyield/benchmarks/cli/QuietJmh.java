package io.coreyield.benchmarks.cli;

import io.coreyield.benchmarks.machine.StandardError;
import org.openjdk.jmh.util.Utils;

/**
 * Makes JMH 1.37 use {@code sun.misc.Unsafe} once, unheard: a JDK from 24 on prints four lines
 * about the first time, that no user can act on, and {@code java -jar} takes no flag against them
 * from the jar.
 */
final class QuietJmh {

  private QuietJmh() {}

  /** Any class with a field, for JMH to ask the layout of. */
  static final class Anything {
    int field;
  }

  static void load() {
    StandardError.shutWhile(() -> Utils.getOffset(Anything.class, "field"));
  }
}
