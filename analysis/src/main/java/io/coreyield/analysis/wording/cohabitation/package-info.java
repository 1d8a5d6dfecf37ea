/** What is said of unlike code on one core. */
@NullMarked
package io.coreyield.analysis.wording.cohabitation;

import org.jspecify.annotations.NullMarked;
