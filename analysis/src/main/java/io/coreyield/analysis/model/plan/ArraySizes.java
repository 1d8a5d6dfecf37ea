package io.coreyield.analysis.model.plan;

/**
 * How much memory the array of one worker takes, for each kernel that reads one.
 *
 * @param portsBytes of {@code array-ports}: a quarter of the first-level cache
 * @param streamBytes of {@code array-stream}: 4 times the last-level cache; of a cache of more than
 *     64 MiB 256 MiB, or 1.5 times the cache if that is more, up to 1 GiB
 * @param chaseBytes of {@code array-chase}: the same
 */
public record ArraySizes(long portsBytes, long streamBytes, long chaseBytes) {

  /**
   * Throws an {@link IllegalArgumentException} if an array is smaller than 1 KiB, or has more
   * elements than a Java array can hold.
   */
  public ArraySizes {
    require("array-ports", portsBytes, Kernel.ARRAY_PORTS);
    require("array-stream", streamBytes, Kernel.ARRAY_STREAM);
    require("array-chase", chaseBytes, Kernel.ARRAY_CHASE);
  }

  private static void require(String what, long bytes, Kernel kernel) {
    if (bytes < 1024 || bytes / kernel.bytesPerArrayElement() > 1 << 27) {
      throw new IllegalArgumentException(
          "an array of %d bytes for %s: give 1 KiB to %d MiB"
              .formatted(bytes, what, kernel.bytesPerArrayElement() << 7));
    }
  }

  /** Memory of one worker's array; 0 for a kernel without one. */
  public long bytes(Kernel kernel) {
    return switch (kernel) {
      case RANGE, RANGE_DOUBLE, RANGE_ILP -> 0;
      case ARRAY_PORTS -> portsBytes;
      case ARRAY_STREAM -> streamBytes;
      case ARRAY_CHASE -> chaseBytes;
    };
  }

  /** Elements of one worker's array; 0 for a kernel without one. */
  public int elements(Kernel kernel) {
    return kernel.readsArray() ? (int) (bytes(kernel) / kernel.bytesPerArrayElement()) : 0;
  }
}
