package io.coreyield.benchmarks.machine.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files as a kernel shows them, below a directory. */
record KernelTree(Path root) {

  KernelTree file(String path, String content) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content + "\n");
    return this;
  }
}
