/** The commands of {@code fleet.jar}. */
@org.jspecify.annotations.NullMarked
package io.coreyield.fleet.cli;
