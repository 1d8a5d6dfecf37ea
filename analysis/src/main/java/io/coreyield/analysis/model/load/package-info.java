/** How busy each logical CPU was: counters of the operating system, sampled over a run. */
@org.jspecify.annotations.NullMarked
package io.coreyield.analysis.model.load;
