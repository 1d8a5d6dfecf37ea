/** Archives of runs to attach to a paper (BagIt around an RO-Crate): make, verify, rebuild. */
@org.jspecify.annotations.NullMarked
package io.coreyield.analysis.bundle;
