package io.coreyield.analysis;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** JVMs that a test starts, with the class path of its own. */
public final class ChildJvm {

  private ChildJvm() {}

  /** One that runs a class; its standard error is that of the test. */
  public static ProcessBuilder of(Class<?> main, List<String> jvmArguments, String... arguments) {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(jvmArguments);
    command.addAll(List.of("-cp", System.getProperty("java.class.path"), main.getName()));
    command.addAll(List.of(arguments));
    return new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT);
  }

  /** Runs it and returns what it printed; it must end with 0. */
  public static String output(ProcessBuilder jvm) throws IOException, InterruptedException {
    Process process = jvm.start();
    String output = new String(process.getInputStream().readAllBytes(), UTF_8);
    assertThat(process.waitFor()).as("exit code after: %s", output).isZero();
    return output;
  }
}
