package io.coreyield.benchmarks.machine.linux;

import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import oshi.util.linux.ProcPath;
import oshi.util.linux.SysPath;

/**
 * Where the control groups that limit the CPU time of a process are shown: those of version 2, or
 * of version 1 with the cpu controller.
 *
 * @param top of what is mounted, which need not be the root of the control groups
 * @param own the directory of the process, at or below {@code top}; it need not be there
 */
record CgroupMount(Path top, Path own) {

  private static final String ROOT = "/";

  /** The mounts of this process, as {@code /proc/self/mountinfo} has them. */
  static List<CgroupMount> ofThisProcess() {
    Path proc = Path.of(ProcPath.PROC);
    return of(
        KernelFiles.text(proc.resolve("self/cgroup")),
        KernelFiles.text(proc.resolve("self/mountinfo")),
        Path.of(SysPath.SYS),
        proc.resolveSibling(""));
  }

  /**
   * Those that mountinfo names, else those in their usual places.
   *
   * @param cgroups lines {@code number:controllers:path}; version 2 names no controllers
   * @param mountinfo lines as proc(5) describes them
   * @param sys that stands for {@code /sys}
   * @param root that stands for {@code /}
   */
  static List<CgroupMount> of(String cgroups, String mountinfo, Path sys, Path root) {
    List<CgroupMount> named =
        mountinfo.lines().flatMap(line -> parse(line, cgroups, sys, root).stream()).toList();
    return named.isEmpty() ? inUsualPlaces(sys.resolve("fs/cgroup"), cgroups) : named;
  }

  /** Of a line, what was mounted is field 4 and where is field 5; after the dash its type. */
  private static Optional<CgroupMount> parse(String line, String cgroups, Path sys, Path root) {
    List<String> words = List.of(line.split(" ", -1));
    int dash = words.indexOf("-");
    if (dash < 5 || words.size() <= dash + 3) {
      return Optional.empty();
    }
    String type = words.get(dash + 1);
    boolean isFirst = type.equals("cgroup") && names(words.get(dash + 3), "cpu");
    if (!isFirst && !type.equals("cgroup2")) {
      return Optional.empty();
    }
    String path = path(cgroups, isFirst ? "cpu" : "").orElse(ROOT);
    String mounted = plain(words.get(3));
    return placed(plain(words.get(4)), sys, root)
        .map(top -> below(top, mounted.equals(ROOT) ? path : rest(path, mounted)));
  }

  /** Empty for what is no path from the root, or none in the encoding of this system. */
  private static Optional<Path> placed(String mountPoint, Path sys, Path root) {
    try {
      Path at = Path.of(mountPoint);
      return !mountPoint.startsWith(ROOT)
          ? Optional.empty()
          : Optional.of(
              at.startsWith("/sys")
                  ? sys.resolve(Path.of("/sys").relativize(at))
                  : root.resolve(Path.of(ROOT).relativize(at)));
    } catch (InvalidPathException e) {
      return Optional.empty();
    }
  }

  /** What of a path lies below another one; the top where it does not. */
  private static String rest(String path, String mounted) {
    return path.startsWith(mounted + ROOT) ? path.substring(mounted.length()) : ROOT;
  }

  /** Blanks and the like are written in octal. */
  private static String plain(String word) {
    return word.replace("\\040", " ").replace("\\011", "\t").replace("\\134", "\\");
  }

  /**
   * Version 2 lies in the root, or in {@code unified} next to version 1. Version 1 mounts the cpu
   * controller under its name, or under those of all controllers that it is mounted with, in any
   * order; the links that name it alone are missing in some containers.
   */
  private static List<CgroupMount> inUsualPlaces(Path root, String cgroups) {
    String path = path(cgroups, "cpu").or(() -> path(cgroups, "")).orElse(ROOT);
    return Stream.concat(
            Stream.of(root, root.resolve("unified")),
            KernelFiles.entries(root, "*cpu*").stream()
                .filter(entry -> names(String.valueOf(entry.getFileName()), "cpu")))
        .map(top -> below(top, path))
        .toList();
  }

  /** A process that was moved out of its container has a path above what is mounted. */
  private static CgroupMount below(Path top, String path) {
    Path own = top.resolve(path.replaceFirst("^/+", "")).normalize();
    return new CgroupMount(top, own.startsWith(top) ? own : top);
  }

  /** The path of the process under a controller; empty: under version 2. */
  private static Optional<String> path(String cgroups, String controller) {
    return cgroups
        .lines()
        .map(line -> line.split(":", 3))
        .filter(parts -> parts.length == 3 && names(parts[1], controller))
        .map(parts -> parts[2])
        .findFirst();
  }

  private static boolean names(String list, String name) {
    return List.of(list.split(",", -1)).contains(name);
  }
}
