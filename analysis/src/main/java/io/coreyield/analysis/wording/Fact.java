package io.coreyield.analysis.wording;

/** A term and its value, as plain text. */
public record Fact(String term, String text) {}
