/** Every sentence and every written figure, made from findings and comparisons. */
@org.jspecify.annotations.NullMarked
package io.coreyield.analysis.wording;
