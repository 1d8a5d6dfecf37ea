/** What a fleet says, as numbers: the machine is the unit, and trials are never pooled. */
@org.jspecify.annotations.NullMarked
package io.coreyield.fleet.summary;
