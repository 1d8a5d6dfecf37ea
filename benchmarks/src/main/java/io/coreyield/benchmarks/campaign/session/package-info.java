/** One session of a campaign: start, resume, output directory, result. */
@org.jspecify.annotations.NullMarked
package io.coreyield.benchmarks.campaign.session;
