/** Every sentence of a comparison of runs. */
@org.jspecify.annotations.NullMarked
package io.coreyield.analysis.wording.compare;
