package io.coreyield.analysis.report.tables;

/** A term and its value, as plain text. */
public record Fact(String term, String text) {}
