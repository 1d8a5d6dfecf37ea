/** The jar as users start it: processes of its own, real measurements, real signals. */
@org.jspecify.annotations.NullMarked
package io.coreyield.benchmarks.it;
