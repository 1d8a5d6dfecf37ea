package io.coreyield.analysis.model.plan;

/**
 * Which code of the summation kernels a version of CoreYield runs. Figures of different codes are
 * figures of different programs.
 */
public final class KernelCode {

  /** The code of this version. It goes up whenever a kernel's machine code may have changed. */
  public static final int CURRENT = 1;

  /** The first version that has {@link #CURRENT}, and those that followed it without a change. */
  private static final String VERSIONS_OF_CURRENT = "0\\.1\\.\\d+(-SNAPSHOT)?";

  private KernelCode() {}

  /**
   * The code of a version that this one knows: {@code 1}; of any other the version itself, because
   * its kernels may differ.
   */
  public static String of(String toolVersion) {
    return toolVersion.matches(VERSIONS_OF_CURRENT) ? Integer.toString(CURRENT) : toolVersion;
  }
}
