/** Rounds of trials, each a JMH fork or a simulated one, until the plan or the budget ends. */
@org.jspecify.annotations.NullMarked
package io.coreyield.benchmarks.campaign.run;
