package io.coreyield.benchmarks.campaign.run;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.openjdk.jmh.runner.format.OutputFormat;

/** What JMH prints of one fork. It is not shown, but read for the cause when the fork dies. */
final class ForkOutput {

  /** How JMH says that a fork ended early, and nothing more. */
  private static final Predicate<String> DIED =
      Pattern.compile("Forked VM failed with exit code|<failure: VM prematurely exited")
          .asPredicate();

  private static final Pattern EXIT_CODE =
      Pattern.compile("<forked VM failed with exit code (\\d+)>");
  private static final Pattern LAST_WORDS =
      Pattern.compile("(?s)<(stderr|stdout) last='\\d+ lines'>(.*?)</\\1>");
  private static final Pattern NOT_A_CAUSE =
      Pattern.compile(
          "[\\s#].*|.*\\[warning\\].*|.*\\bwarning:.*|WARNING:.*|Error occurred during .*|");
  private static final Pattern CLASS =
      Pattern.compile("^(Exception in thread \"[^\"]*\" )?([a-z]\\w*\\.)+(?=[A-Z]\\w*)");

  private final List<String> lines = new ArrayList<>();

  /** Shows nothing, and keeps what JMH prints line by line, as it does when a fork dies. */
  OutputFormat format() {
    return (OutputFormat)
        Proxy.newProxyInstance(
            OutputFormat.class.getClassLoader(),
            new Class<?>[] {OutputFormat.class},
            (_, method, arguments) -> {
              if (method.getName().equals("println")) {
                lines.add((String) arguments[0]);
              }
              return null;
            });
  }

  /** The reason of a failure, with the exit code and the own words of a fork that died. */
  String explain(String reason) {
    return DIED.test(reason) ? death(String.join("\n", lines)) : reason;
  }

  private static String death(String output) {
    Matcher code = EXIT_CODE.matcher(output);
    String end = code.find() ? "died with exit code " + code.group(1) : "ended too early";
    return "the fork " + end + cause(output).map(line -> ": " + line).findFirst().orElse("");
  }

  private static Stream<String> cause(String output) {
    return LAST_WORDS
        .matcher(output)
        .results()
        .flatMap(words -> words.group(2).lines())
        .filter(line -> !NOT_A_CAUSE.matcher(line).matches())
        .map(line -> CLASS.matcher(line).replaceFirst("").strip());
  }
}
