/** Runs and bundles on their way into a fleet. All of them may be hostile. */
@org.jspecify.annotations.NullMarked
package io.coreyield.fleet.ingest;
