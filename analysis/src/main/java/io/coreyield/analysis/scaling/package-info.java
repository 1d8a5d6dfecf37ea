/**
 * What a run says: throughput, scaling, what a sibling adds, and how scores go with load. The input
 * is a run, the output {@link io.coreyield.analysis.scaling.Findings}.
 */
@org.jspecify.annotations.NullMarked
package io.coreyield.analysis.scaling;
