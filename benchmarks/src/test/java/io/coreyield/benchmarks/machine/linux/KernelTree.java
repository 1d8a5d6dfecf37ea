package io.coreyield.benchmarks.machine.linux;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Files as a kernel shows them, below a directory. */
record KernelTree(Path root) {

  /** Files and their contents, with blanks between them. */
  KernelTree files(String words) throws IOException {
    String[] all = words.split(" ", -1);
    for (int i = 0; i < all.length; i += 2) {
      file(all[i], all[i + 1]);
    }
    return this;
  }

  KernelTree file(String path, String content) throws IOException {
    Path file = root.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, content + "\n");
    return this;
  }
}
