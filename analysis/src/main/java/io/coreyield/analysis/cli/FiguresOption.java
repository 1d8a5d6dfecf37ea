package io.coreyield.analysis.cli;

import picocli.CommandLine.Option;

/** {@code --no-figures}: leaves out what takes longest. */
public final class FiguresOption {

  @Option(
      names = "--no-figures",
      description = "Draw no figures as files; the page has its own drawings.")
  private boolean unwanted;

  /** Whether figures are drawn as files. */
  public boolean areWanted() {
    return !unwanted;
  }
}
