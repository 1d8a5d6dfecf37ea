/** What a campaign runs: candidates, costs, the plan and its preview, and how it adapts. */
@org.jspecify.annotations.NullMarked
package io.coreyield.benchmarks.campaign.plan;
