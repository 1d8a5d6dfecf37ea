/**
 * The run directory: one class per file format, reading and writing. Files are the contract between
 * measuring and analysing; {@code docs/FORMAT.md} describes every field.
 */
@org.jspecify.annotations.NullMarked
package io.coreyield.analysis.recording;
