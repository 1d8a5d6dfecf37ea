/**
 * Many runs compared: what can be compared, what differs and by how much, which run of a group lies
 * apart. Of each run only what is compared is kept.
 */
@org.jspecify.annotations.NullMarked
package io.coreyield.analysis.comparison;
