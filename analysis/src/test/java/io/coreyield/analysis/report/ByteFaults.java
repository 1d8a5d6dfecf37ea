package io.coreyield.analysis.report;

import java.util.Arrays;
import java.util.SplittableRandom;

/** Faults in bytes, whatever they mean. */
final class ByteFaults {

  private ByteFaults() {}

  /** A fault: a cut, or bytes more, less, twice, others, or one bit. */
  static Fault of(byte[] content, SplittableRandom random) {
    int at = content.length == 0 ? 0 : random.nextInt(content.length);
    int length = Math.min(content.length - at, 1 + random.nextInt(64));
    byte[] some = new byte[1 + random.nextInt(16)];
    random.nextBytes(some);
    return switch (random.nextInt(6)) {
      case 0 -> Fault.of("cut at " + at, Arrays.copyOf(content, at));
      case 1 -> Fault.of("insert at " + at, joined(content, at, some, at));
      case 2 ->
          Fault.of(
              "drop %d at %d".formatted(length, at), joined(content, at, new byte[0], at + length));
      case 3 ->
          Fault.of(
              "double %d at %d".formatted(length, at),
              joined(content, at, Arrays.copyOfRange(content, at, at + length), at));
      case 4 ->
          Fault.of(
              "overwrite at " + at,
              joined(content, at, some, Math.min(content.length, at + some.length)));
      default -> {
        byte[] flipped = content.clone();
        if (flipped.length > 0) {
          flipped[at] ^= (byte) (1 << random.nextInt(8));
        }
        yield Fault.of("flip a bit at " + at, flipped);
      }
    };
  }

  private static byte[] joined(byte[] content, int end, byte[] middle, int start) {
    byte[] all = Arrays.copyOf(content, end + middle.length + content.length - start);
    System.arraycopy(middle, 0, all, end, middle.length);
    System.arraycopy(content, start, all, end + middle.length, content.length - start);
    return all;
  }
}
