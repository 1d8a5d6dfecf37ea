package io.coreyield.analysis.model.trial;

/** Where the figures of a run come from. */
public sealed interface RunOrigin permits Measured, Captured {}
