/** Scaling curves of other tools, and what lscpu declares of their machine. */
@org.jspecify.annotations.NullMarked
package io.coreyield.analysis.capture.curve;
