package io.coreyield.benchmarks.terminal;

import io.coreyield.analysis.model.load.LoadSample;
import io.coreyield.analysis.model.machine.Topology;
import io.coreyield.analysis.model.machine.Warning;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** One line that says how far a campaign is, and how busy the machine; terminals rewrite it. */
public final class Progress {

  private static final String START_OF_LINE = "\r";
  private static final String CLEAR_TO_END = "\u001b[K";
  private static final String CYAN = "\u001b[36m";
  private static final String YELLOW = "\u001b[33m";
  private static final String PLAIN = "\u001b[0m";
  private static final String BETWEEN = "   ";

  private final Screen screen;
  private String line = "";
  private String what = "";
  private String soFar = "";
  private @Nullable LoadBar bar;
  private boolean lineOpen;

  public Progress(Screen screen) {
    this.screen = screen;
  }

  /** Whether a line is written over the one before. */
  public boolean isRewritten() {
    return screen.rewritable();
  }

  /** A trial of a round, 1-based, starts. */
  public synchronized void trial(String what, int round, Duration elapsed, Duration left) {
    this.what = shown(what);
    line = "%s elapsed, about %s left   round %d".formatted(clock(elapsed), clock(left), round);
    if (screen.rewritable()) {
      draw();
    } else {
      write(text() + BETWEEN + this.what + System.lineSeparator());
    }
  }

  /** What the answer is so far, in few words, for the lines to come; empty: nothing yet. */
  public synchronized void soFar(String words) {
    soFar = words.isEmpty() ? "" : BETWEEN + "so far " + shown(words);
  }

  private String shown(String words) {
    return screen.ascii() ? words.replace('×', 'x').replace('–', '-').replace('−', '-') : words;
  }

  private String text() {
    return line + soFar;
  }

  /** The answer matters more than what runs just now, which gives way where both do not fit. */
  private String text(int most) {
    String all = text() + BETWEEN + what;
    return soFar.isEmpty() || all.codePointCount(0, all.length()) <= most ? all : text();
  }

  private void write(String text) {
    screen.out().print(text);
    screen.out().flush();
  }

  /** What the logical CPUs did between two samples; only a line that can be written over has it. */
  synchronized void load(LoadSample from, LoadSample to, Topology topology) {
    if (screen.rewritable()) {
      bar = LoadBar.between(from, to, topology, screen.ascii());
      if (lineOpen) {
        draw();
      }
    }
  }

  /** A line that wraps cannot be written over; the last column is free, as some wrap there. */
  private void draw() {
    int most = screen.columns() - 1;
    String text = text(most);
    int length = text.codePointCount(0, text.length());
    String shown =
        length <= most ? text : text.substring(0, text.offsetByCodePoints(0, Math.max(0, most)));
    String load = bar == null ? "" : bar.within(most - length - BETWEEN.length());
    String shownLoad = load.isEmpty() ? "" : BETWEEN + colored(CYAN, load);
    write(START_OF_LINE + shown + shownLoad + CLEAR_TO_END);
    lineOpen = true;
  }

  private String colored(String color, String text) {
    return screen.colored() ? color + text + PLAIN : text;
  }

  /** A line that stays. */
  public synchronized void say(String said) {
    end();
    write(said + System.lineSeparator());
  }

  /** What the user must know, and can do. */
  public void warn(Warning warning) {
    say("%s %s; %s".formatted(colored(YELLOW, "warning:"), warning.message(), warning.remedy()));
  }

  /** Leaves the progress line. */
  public synchronized void end() {
    if (lineOpen) {
      write(START_OF_LINE + CLEAR_TO_END);
      lineOpen = false;
    }
  }

  /** Minutes and seconds: {@code 2:05}; with hours {@code 1:02:05}. */
  public static String clock(Duration time) {
    long seconds = Math.max(0, Math.round(time.toMillis() / 1e3));
    return seconds < 3600
        ? "%d:%02d".formatted(seconds / 60, seconds % 60)
        : "%d:%02d:%02d".formatted(seconds / 3600, seconds / 60 % 60, seconds % 60);
  }
}
