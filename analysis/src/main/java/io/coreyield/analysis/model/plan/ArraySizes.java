package io.coreyield.analysis.model.plan;

/**
 * How much memory the array of one worker takes, for each kernel that reads one.
 *
 * @param portsBytes of {@code array-ports}: a quarter of the first-level cache
 * @param streamBytes of {@code array-stream}: 4 times the last-level cache; of a cache of more than
 *     64 MiB 256 MiB, or 1.5 times the cache if that is more, up to 1 GiB
 * @param chaseBytes of {@code array-chase}: the same
 * @param cacheBytes of {@code array-cache}: three quarters of the second-level cache
 * @param branchBytes of {@code array-branch}: 1 MiB
 */
public record ArraySizes(
    long portsBytes, long streamBytes, long chaseBytes, long cacheBytes, long branchBytes) {

  /** Of {@code array-cache} where a machine declares no second-level cache of a core: 1 MiB. */
  public static final long USUAL_CACHE_BYTES = 768L << 10;

  /**
   * Of {@code array-branch}: 2^18 branches. Zen 5 learns 2^15 in random order, and it is the best
   * that we know of. They are read in order, so it does not matter in which cache they lie.
   */
  public static final long BRANCH_BYTES = 1L << 20;

  /**
   * Throws an {@link IllegalArgumentException} if an array is smaller than 1 KiB, or has more
   * elements than a Java array can hold.
   */
  public ArraySizes {
    require(portsBytes, Kernel.ARRAY_PORTS);
    require(streamBytes, Kernel.ARRAY_STREAM);
    require(chaseBytes, Kernel.ARRAY_CHASE);
    require(cacheBytes, Kernel.ARRAY_CACHE);
    require(branchBytes, Kernel.ARRAY_BRANCH);
  }

  /** Of a machine whose second-level cache is usual. */
  public ArraySizes(long portsBytes, long streamBytes, long chaseBytes) {
    this(portsBytes, streamBytes, chaseBytes, USUAL_CACHE_BYTES, BRANCH_BYTES);
  }

  private static void require(long bytes, Kernel kernel) {
    if (bytes < 1024 || bytes / kernel.bytesPerArrayElement() > 1 << 27) {
      throw new IllegalArgumentException(
          "an array of %d bytes for %s: give 1 KiB to %d MiB"
              .formatted(bytes, kernel, kernel.bytesPerArrayElement() << 7));
    }
  }

  /** Memory of one worker's array; 0 for a kernel without one. */
  public long bytes(Kernel kernel) {
    return switch (kernel) {
      case RANGE, RANGE_DOUBLE, RANGE_ILP, RANGE_DIV -> 0;
      case ARRAY_PORTS -> portsBytes;
      case ARRAY_STREAM -> streamBytes;
      case ARRAY_CHASE -> chaseBytes;
      case ARRAY_CACHE -> cacheBytes;
      case ARRAY_BRANCH -> branchBytes;
    };
  }

  /** Elements of one worker's array; 0 for a kernel without one. */
  public int elements(Kernel kernel) {
    return kernel.readsArray() ? (int) (bytes(kernel) / kernel.bytesPerArrayElement()) : 0;
  }
}
