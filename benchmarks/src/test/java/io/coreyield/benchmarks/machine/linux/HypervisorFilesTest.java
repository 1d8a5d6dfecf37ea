package io.coreyield.benchmarks.machine.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Names as the firmware and the kernels of these machines have them. */
class HypervisorFilesTest {

  private static final String X86 = "flags\t\t: fpu vme sse2 %s lahf_lm";

  @TempDir private Path root;

  private HypervisorFiles files() {
    return new HypervisorFiles(root.resolve("proc"), root.resolve("sys"));
  }

  private void write(String file, @Nullable String content) throws IOException {
    if (content != null) {
      Path path = root.resolve(file);
      Files.createDirectories(path.resolveSibling(""));
      Files.writeString(path, content + "\n");
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          QEMU                  | Standard PC (Q35 + ICH9, 2009) | SeaBIOS                 | QEMU
          Red Hat               | KVM                            | SeaBIOS                 | KVM
          VMware, Inc.          | VMware Virtual Platform        | Phoenix Technologies LTD | VMware
          VMware, Inc.          | VMware7,1                      | VMware, Inc.            | VMware
          innotek GmbH          | VirtualBox                     | innotek GmbH            | VirtualBox
          Xen                   | HVM domU                       | Xen                     | Xen
          Microsoft Corporation | Virtual Machine                | American Megatrends Inc. | Microsoft Hyper-V
          Amazon EC2            | m5.large                       | Amazon EC2              | Amazon EC2
          Google                | Google Compute Engine          | Google                  | Google Compute Engine
          OpenStack Foundation  | OpenStack Nova                 | SeaBIOS                 | OpenStack
          DigitalOcean          | Droplet                        | DigitalOcean            | DigitalOcean
          Alibaba Cloud         | Alibaba Cloud ECS              | SeaBIOS                 | Alibaba Cloud
          Hetzner               | vServer                        | Hetzner                 | Hetzner
          """)
  void virtualMachinesByTheirFirmware(String vendor, String product, String bios, String name)
      throws IOException {
    write("sys/class/dmi/id/sys_vendor", vendor);
    write("sys/class/dmi/id/product_name", product);
    write("sys/class/dmi/id/bios_vendor", bios);
    write("proc/cpuinfo", X86.formatted("hypervisor"));

    assertThat(files().name()).contains(name);
    assertThat(files().isBare()).isFalse();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          Microsoft Corporation | Surface Laptop 4     | lahf_lm |
          Dell Inc.             | PowerEdge R650       | lahf_lm |
          Amazon EC2            | m5.metal             | lahf_lm |
          Amazon EC2            | m7i.metal-24xl       | lahf_lm |
          Amazon EC2            | c7g.metal            |         | ARM
          Google                | Google Compute Engine | lahf_lm |
          Alibaba Cloud         | Alibaba Cloud ECS    | lahf_lm |
          """)
  void bareMachines(String vendor, String product, String flag, @Nullable String arm)
      throws IOException {
    write("sys/class/dmi/id/sys_vendor", vendor);
    write("sys/class/dmi/id/product_name", product);
    write("sys/class/dmi/id/bios_vendor", vendor);
    write("proc/cpuinfo", arm == null ? X86.formatted(flag) : "Features\t: fp asimd");

    assertThat(files().name()).isEmpty();
    assertThat(files().isBare()).isTrue();
  }

  @ParameterizedTest
  @CsvSource({"linux,KVM", "xen,Xen", "vmware,VMware"})
  void deviceTrees(String compatible, String name) throws IOException {
    write(
        "proc/device-tree/hypervisor/compatible",
        compatible.equals("linux")
            ? "linux,kvm\0"
            : compatible + ",4.17\0" + compatible + "," + compatible + "\0");

    assertThat(files().name()).contains(name);
  }

  @Test
  void theKernelNamesXen() throws IOException {
    write("sys/hypervisor/type", "xen");

    assertThat(files().name()).contains("Xen");
  }

  @Test
  void aFlagIsAHypervisorWithoutAName() throws IOException {
    write("proc/cpuinfo", X86.formatted("hypervisor"));

    assertThat(files().name()).isEmpty();
    assertThat(files().isFlagged()).isTrue();
    assertThat(files().isBare()).isFalse();
  }

  @Test
  void withoutFilesNothingIsKnown() {
    assertThat(files().name()).isEmpty();
    assertThat(files().isFlagged()).isFalse();
    assertThat(files().isBare()).isFalse();
  }
}
