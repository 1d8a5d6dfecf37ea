package io.coreyield.analysis.model;

/**
 * Something that the reader of a run must know.
 *
 * @param code a stable short name: {@code load-high}
 * @param message what, with its figures
 * @param remedy what to do about it
 */
public record Warning(String code, String message, String remedy) {}
