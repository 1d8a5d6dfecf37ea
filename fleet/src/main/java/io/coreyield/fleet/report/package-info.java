/** What a fleet says, for people: sentences, tables, drawings, the page. */
@org.jspecify.annotations.NullMarked
package io.coreyield.fleet.report;
