/**
 * What a run is: values only. Records and closed choices that cannot be wrong, with units in their
 * names. Everything else depends on these packages; they depend on nothing.
 */
@org.jspecify.annotations.NullMarked
package io.coreyield.analysis.model;
