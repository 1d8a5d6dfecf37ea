package io.coreyield.analysis.cli;

import picocli.CommandLine.Command;

/** The commands on runs that are saved already, which both programs have: a picocli mixin. */
@Command(
    subcommands = {
      ReportCommand.class,
      CompareCommand.class,
      ImportCommand.class,
      BundleCommand.class,
      VerifyCommand.class,
      RebuildCommand.class,
      CompletionCommand.class
    })
public final class SavedRunCommands {}
