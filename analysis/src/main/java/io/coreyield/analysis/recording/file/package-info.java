/** Files of a run, wherever they lie: in a directory or a zip file, read within limits. */
@org.jspecify.annotations.NullMarked
package io.coreyield.analysis.recording.file;
