/**
 * What a campaign sets out to run: kernels, concurrency models, configurations, pairs of siblings.
 */
@org.jspecify.annotations.NullMarked
package io.coreyield.analysis.model.plan;
