/** The command line of {@code benchmarks.jar}: subcommands, or JMH's own options. */
@org.jspecify.annotations.NullMarked
package io.coreyield.benchmarks.cli;
