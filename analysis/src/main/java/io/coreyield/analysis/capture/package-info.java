/**
 * Captures that other tools made of the load of a machine: one class per format, recognised by
 * content and never by name. What cannot be read is refused with its file and line; {@code
 * docs/IMPORT.md} says what is held of each format.
 */
@org.jspecify.annotations.NullMarked
package io.coreyield.analysis.capture;
