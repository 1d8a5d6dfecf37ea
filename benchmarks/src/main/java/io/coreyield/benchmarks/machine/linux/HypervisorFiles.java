package io.coreyield.benchmarks.machine.linux;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import oshi.util.linux.ProcPath;
import oshi.util.linux.SysPath;

/** Which hypervisor this machine runs under, by what its kernel and its firmware show. */
public record HypervisorFiles(Path proc, Path sys) {

  /** What the firmware of virtual machines begins its names with. */
  private static final List<Map.Entry<String, String>> VIRTUALIZERS =
      List.of(
          Map.entry("Microsoft Corporation Virtual Machine", "Microsoft Hyper-V"),
          Map.entry("VMware", "VMware"),
          Map.entry("VMW", "VMware"),
          Map.entry("innotek GmbH", "VirtualBox"),
          Map.entry("VirtualBox", "VirtualBox"),
          Map.entry("Parallels", "Parallels"),
          Map.entry("Cloud Hypervisor", "Cloud Hypervisor"),
          Map.entry("Apple Virtualization", "Apple Virtualization"),
          Map.entry("BHYVE", "bhyve"),
          Map.entry("Bochs", "Bochs"),
          Map.entry("Xen", "Xen"),
          Map.entry("KVM", "KVM"),
          Map.entry("QEMU", "QEMU"));

  /** Providers whose firmware names are those of their bare machines, too. */
  private static final List<Map.Entry<String, String>> PROVIDERS =
      Stream.of(
              "Amazon EC2",
              "Google Compute Engine",
              "OpenStack",
              "DigitalOcean",
              "Alibaba Cloud",
              "Tencent Cloud",
              "Hetzner",
              "Vultr")
          .map(name -> Map.entry(name, name))
          .toList();

  private static final List<Map.Entry<String, String>> IN_DEVICE_TREES =
      List.of(
          Map.entry("linux,kvm", "KVM"), Map.entry("xen", "Xen"), Map.entry("vmware", "VMware"));

  public static HypervisorFiles ofThisMachine() {
    return new HypervisorFiles(Path.of(ProcPath.PROC), Path.of(SysPath.SYS));
  }

  /** Its name; empty if none is named, which does not prove that there is none. */
  public Optional<String> name() {
    return KernelFiles.line(sys.resolve("hypervisor/type"))
        .map(type -> type.equals("xen") ? "Xen" : type)
        .or(() -> named(IN_DEVICE_TREES, deviceTree()))
        .or(() -> isBare() ? Optional.empty() : named(PROVIDERS, firmware()))
        .or(() -> named(VIRTUALIZERS, firmware()));
  }

  /** Whether the processor says that there is a hypervisor, as those of x86 do. */
  public boolean isFlagged() {
    return flag().orElse(false);
  }

  /**
   * Whether the processor, or the provider's name of the machine, says that there is none: then the
   * address of a network card, which a host has for its own guests, proves nothing.
   */
  public boolean isBare() {
    return !flag().orElse(true) || dmi("product_name").matches(".*[.-]metal\\b.*");
  }

  private Optional<Boolean> flag() {
    return new CpuInfoFile(proc.resolve("cpuinfo")).hypervisorFlag();
  }

  private List<String> firmware() {
    String vendor = dmi("sys_vendor");
    String product = dmi("product_name");
    return List.of(vendor, product, dmi("bios_vendor"), vendor + " " + product);
  }

  private String dmi(String name) {
    return KernelFiles.line(sys.resolve("class/dmi/id").resolve(name)).orElse("");
  }

  private List<String> deviceTree() {
    return KernelFiles.strings(proc.resolve("device-tree/hypervisor/compatible")).toList();
  }

  private static Optional<String> named(List<Map.Entry<String, String>> names, List<String> found) {
    return names.stream()
        .filter(name -> found.stream().anyMatch(text -> text.startsWith(name.getKey())))
        .map(Map.Entry::getValue)
        .findFirst();
  }
}
