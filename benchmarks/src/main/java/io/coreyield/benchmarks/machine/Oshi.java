package io.coreyield.benchmarks.machine;

import io.coreyield.benchmarks.machine.libc.LibC;
import io.coreyield.benchmarks.machine.libc.ThreadAffinity;
import io.coreyield.benchmarks.machine.linux.CpuFiles;
import java.util.List;
import oshi.hardware.CentralProcessor;
import oshi.hardware.HardwareAbstractionLayer;
import oshi.software.os.OperatingSystem;
import oshi.spi.SystemInfoFactory;
import oshi.spi.SystemInfoProvider;
import oshi.util.GlobalConfig;

/** OSHI without caches. Its first reading takes up to 1.2 s: open it before any measurement. */
public final class Oshi {

  private final SystemInfoProvider provider;
  private final CentralProcessor processor;

  private Oshi(SystemInfoProvider provider) {
    this.provider = provider;
    this.processor = provider.getHardware().getProcessor();
  }

  /**
   * Opens OSHI.
   *
   * @throws IllegalStateException if it would cache its readings: a faster sampler would read zeros
   */
  public static Oshi open() {
    GlobalConfig.set(GlobalConfig.OSHI_UTIL_MEMOIZER_EXPIRATION, 0);
    if (GlobalConfig.get(GlobalConfig.OSHI_UTIL_MEMOIZER_EXPIRATION, -1) != 0) {
      throw new IllegalStateException(
          "OSHI caches its readings (oshi.util.memoizer.expiration is not 0): remove that setting");
    }
    // The same data without JNA's start-up time and warnings.
    return new Oshi(LibC.LINUX ? new oshi.nativefree.SystemInfo() : SystemInfoFactory.create());
  }

  public CentralProcessor processor() {
    return processor;
  }

  /**
   * The numbers of the online logical CPUs, in order. OSHI's own list includes offline ones, its
   * load counters do not.
   */
  public List<Integer> onlineCpus() {
    return new TopologyReader(processor, CpuFiles.ofThisMachine())
        .online(ThreadAffinity.allowed()).stream()
            .map(CentralProcessor.LogicalProcessor::getProcessorNumber)
            .toList();
  }

  HardwareAbstractionLayer hardware() {
    return provider.getHardware();
  }

  OperatingSystem operatingSystem() {
    return provider.getOperatingSystem();
  }

  /** Swap in use and in all, in bytes. */
  public long[] swapUsedAndTotalBytes() {
    var memory = provider.getHardware().getMemory().getVirtualMemory();
    return new long[] {memory.getSwapUsed(), memory.getSwapTotal()};
  }
}
