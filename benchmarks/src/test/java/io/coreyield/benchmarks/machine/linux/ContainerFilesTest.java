package io.coreyield.benchmarks.machine.linux;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Marks as these runtimes leave them. */
class ContainerFilesTest {

  @TempDir private Path root;

  private ContainerFiles files() {
    return new ContainerFiles(root.resolve("proc"));
  }

  private void write(String file, String content) throws IOException {
    Path path = root.resolve(file);
    Files.createDirectories(path.resolveSibling(""));
    Files.writeString(path, content);
  }

  @ParameterizedTest
  @CsvSource({
    "0::/docker/3f8a, Docker",
    "4:cpu:/system.slice/docker-3f8a.scope, Docker",
    "0::/kubepods.slice/kubepods-burstable.slice/cri-containerd-3f8a.scope, Kubernetes",
    "3:cpu:/kubepods/besteffort/pod1/3f8a, Kubernetes",
    "0::/machine.slice/libpod-3f8a.scope, Podman",
    "0::/lxc/box, LXC",
    "0::/lxc.payload.box/init.scope, LXC"
  })
  void cgroups(String line, String name) throws IOException {
    write("proc/self/cgroup", line + "\n");
    assertThat(files().name()).contains(name);

    write("proc/self/cgroup", "0::/\n");
    write("proc/1/cgroup", line + "\n");
    assertThat(files().name()).contains(name);
  }

  @ParameterizedTest
  @CsvSource({
    "0::/system.slice/docker.service",
    "0::/user.slice/user-1000.slice/user@1000.service/app.slice/docker.service",
    "0::/lxc.monitor.box",
    "0::/system.slice/kubelet.service",
    "0::/"
  })
  void programsOfTheHost(String line) throws IOException {
    write("proc/self/cgroup", line + "\n");

    assertThat(files().name()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "self, container=podman, Podman",
    "1, container=lxc, LXC",
    "1, container=systemd-nspawn, systemd-nspawn",
    "self, KUBERNETES_SERVICE_HOST=10.0.0.1, Kubernetes"
  })
  void variables(String process, String variable, String name) throws IOException {
    write("proc/" + process + "/environ", "PATH=/bin\0" + variable + "\0HOME=/\0");

    assertThat(files().name()).contains(name);
  }

  @ParameterizedTest
  @CsvSource({"mycontainer=docker", "container=", "container=<b>"})
  void otherVariables(String variable) throws IOException {
    write("proc/self/environ", variable + "\0");

    assertThat(files().name()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({".dockerenv, Docker", "run/.containerenv, Podman"})
  void marks(String file, String name) throws IOException {
    write(file, "");
    assertThat(files().name()).contains(name);
  }

  /**
   * An image that was booted as a machine keeps the mark, but has the kernel's first namespaces.
   */
  @Test
  void aMarkIsNoContainerInTheFirstNamespaces() throws IOException {
    write(".dockerenv", "");
    Path namespaces = Files.createDirectories(root.resolve("proc/self/ns"));
    Files.createSymbolicLink(namespaces.resolve("ipc"), Path.of("ipc:[4026531839]"));
    Files.createSymbolicLink(namespaces.resolve("uts"), Path.of("uts:[4026531838]"));
    Path pid = namespaces.resolve("pid");
    Files.createSymbolicLink(pid, Path.of("pid:[4026531836]"));
    assertThat(files().name()).isEmpty();

    Files.delete(pid);
    Files.createSymbolicLink(pid, Path.of("pid:[4026532201]"));
    assertThat(files().name()).contains("Docker");
  }
}
