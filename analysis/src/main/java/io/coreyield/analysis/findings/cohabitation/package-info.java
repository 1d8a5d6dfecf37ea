/** What unlike code on one core does: the matrix of kernels, partners, and effective cores. */
@NullMarked
package io.coreyield.analysis.findings.cohabitation;

import org.jspecify.annotations.NullMarked;
