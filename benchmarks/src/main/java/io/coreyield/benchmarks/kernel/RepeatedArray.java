package io.coreyield.benchmarks.kernel;

/** Sums over a sequence that repeats an array. */
final class RepeatedArray {

  /** The sum of a part of the array. */
  @FunctionalInterface
  interface Stretch {
    long sum(int from, int to);
  }

  private RepeatedArray() {}

  /** The sum of elements of the sequence, as that of stretches of the array. */
  static long sum(long from, long to, int arrayElements, Stretch stretch) {
    long sum = 0;
    long left = to - from;
    int at = (int) (from % arrayElements);
    while (left > 0) {
      int end = (int) Math.min(arrayElements, at + left);
      sum += stretch.sum(at, end);
      left -= end - at;
      at = 0;
    }
    return sum;
  }
}
