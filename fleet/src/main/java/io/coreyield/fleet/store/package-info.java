/** The tables of a fleet, in files and in memory. The only room that knows DuckDB. */
@org.jspecify.annotations.NullMarked
package io.coreyield.fleet.store;
