package io.coreyield.benchmarks.campaign.run;

import io.coreyield.benchmarks.machine.libc.StderrSilencer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.openjdk.jmh.util.Utils;

/**
 * Makes JMH 1.37 use {@code sun.misc.Unsafe} once, unheard: a JDK from 24 on prints four lines
 * about the first time, that no user can act on, and {@code java -jar} takes no flag against them
 * from the jar.
 */
public final class QuietJmh {

  private static final AtomicBoolean LOADED = new AtomicBoolean();

  private QuietJmh() {}

  /** Any class with a field, for JMH to ask the layout of. */
  static final class Anything {
    int field;
  }

  /** Makes it do so the first time that it is called. */
  public static void load() {
    if (LOADED.compareAndSet(false, true)) {
      StderrSilencer.shutWhile(() -> Utils.getOffset(Anything.class, "field"));
    }
  }
}
