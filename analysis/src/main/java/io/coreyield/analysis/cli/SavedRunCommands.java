package io.coreyield.analysis.cli;

import picocli.CommandLine.Command;
import picocli.CommandLine.HelpCommand;

/** The commands on runs that are saved already, which both programs have: a picocli mixin. */
@Command(
    subcommands = {
      ReportCommand.class,
      CompareCommand.class,
      ImportCommand.class,
      ExportCommand.class,
      BundleCommand.class,
      VerifyCommand.class,
      RebuildCommand.class,
      CompletionCommand.class,
      HelpCommand.class,
      VersionCommand.class
    })
public final class SavedRunCommands {}
