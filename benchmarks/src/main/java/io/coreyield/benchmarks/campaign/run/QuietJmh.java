package io.coreyield.benchmarks.campaign.run;

import io.coreyield.benchmarks.machine.libc.StderrSilencer;
import java.util.concurrent.atomic.AtomicBoolean;
import org.openjdk.jmh.util.Utils;

/**
 * Makes JMH 1.37 use {@code sun.misc.Unsafe} once with stderr silenced: JDK 24+ prints four lines
 * at the first use, and a jar cannot set the flag against them.
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
