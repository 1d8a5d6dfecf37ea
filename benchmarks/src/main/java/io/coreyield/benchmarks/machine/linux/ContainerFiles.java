package io.coreyield.benchmarks.machine.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import oshi.util.linux.ProcPath;

/** In which kind of container this process runs, by what its runtime leaves behind. */
public record ContainerFiles(Path proc) {

  /** Runtimes by the value of the variable {@code container}; others go by that value. */
  private static final Map<String, String> RUNTIMES =
      Map.of("docker", "Docker", "podman", "Podman", "lxc", "LXC", "kubernetes", "Kubernetes");

  /** Paths of the cgroups that runtimes make. Their own daemons have others on the host. */
  private static final List<Map.Entry<Pattern, String>> CGROUPS =
      List.of(
          Map.entry(Pattern.compile("/kubepods"), "Kubernetes"),
          Map.entry(Pattern.compile("/libpod-"), "Podman"),
          Map.entry(Pattern.compile("/docker[/-]"), "Docker"),
          Map.entry(Pattern.compile("/lxc(/|\\.payload)"), "LXC"));

  /** The kernel's first namespaces, by their fixed numbers (include/linux/proc_ns.h). */
  private static final Map<String, String> FIRST_NAMESPACES =
      Map.of("ipc", "ipc:[4026531839]", "uts", "uts:[4026531838]", "pid", "pid:[4026531836]");

  public static ContainerFiles ofThisProcess() {
    return new ContainerFiles(Path.of(ProcPath.PROC));
  }

  /** The name of its kind; empty if none is seen. */
  public Optional<String> name() {
    return variable("self", "KUBERNETES_SERVICE_HOST")
        .map(host -> "Kubernetes")
        .or(() -> byCgroup("self"))
        .or(() -> byCgroup("1"))
        .or(() -> variable("self", "container").flatMap(ContainerFiles::runtime))
        .or(() -> variable("1", "container").flatMap(ContainerFiles::runtime))
        .or(() -> line("run/systemd/container").flatMap(ContainerFiles::runtime))
        .or(this::byMark);
  }

  private static Optional<String> runtime(String value) {
    return Optional.of(RUNTIMES.getOrDefault(value, value))
        .filter(name -> name.matches("[A-Za-z0-9._-]{1,64}"));
  }

  /** A variable that a process was started with; empty without it, and where it is not shown. */
  private Optional<String> variable(String process, String name) {
    return KernelFiles.strings(proc.resolve(process).resolve("environ"))
        .filter(variable -> variable.startsWith(name + "="))
        .map(variable -> variable.substring(name.length() + 1))
        .findFirst();
  }

  private Optional<String> byCgroup(String process) {
    String paths = KernelFiles.text(proc.resolve(process).resolve("cgroup"));
    return CGROUPS.stream()
        .filter(path -> path.getKey().matcher(paths).find())
        .map(Map.Entry::getValue)
        .findFirst();
  }

  private Optional<String> line(String fileBelowRoot) {
    return KernelFiles.line(proc.resolveSibling(fileBelowRoot));
  }

  /** A machine that was booted from the image of a container keeps the mark of that container. */
  private Optional<String> byMark() {
    if (isInFirstNamespaces()) {
      return Optional.empty();
    }
    return Files.exists(proc.resolveSibling(".dockerenv"))
        ? Optional.of("Docker")
        : Optional.of("Podman").filter(_ -> Files.exists(proc.resolveSibling("run/.containerenv")));
  }

  private boolean isInFirstNamespaces() {
    return FIRST_NAMESPACES.entrySet().stream()
        .allMatch(first -> first.getValue().equals(namespace(first.getKey())));
  }

  private String namespace(String kind) {
    try {
      return Files.readSymbolicLink(proc.resolve("self/ns").resolve(kind)).toString();
    } catch (IOException | UnsupportedOperationException e) {
      return "";
    }
  }
}
