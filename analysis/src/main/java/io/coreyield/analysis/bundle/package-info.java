/**
 * A run as one archive to attach to a paper (BagIt around an RO-Crate), what checks such an
 * archive, and what makes everything in it again from the raw samples.
 */
@org.jspecify.annotations.NullMarked
package io.coreyield.analysis.bundle;
