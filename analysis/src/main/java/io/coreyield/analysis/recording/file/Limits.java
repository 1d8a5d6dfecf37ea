package io.coreyield.analysis.recording.file;

import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.StreamReadFeature;
import tools.jackson.core.json.JsonFactory;

/**
 * The memory and time that an untrusted file may take, far above the needs of a run. {@code
 * docs/FORMAT.md} states each.
 */
public final class Limits {

  /** Entries of a bundle. */
  public static final int ENTRIES = 4096;

  /** Bytes of a bundle's list of entries. */
  public static final int DIRECTORY_BYTES = 4 << 20;

  /** Bytes of one file, decompressed. */
  public static final long FILE_BYTES = 0xFFFF_FFFFL - 1;

  /** Bytes of all entries of a bundle together, decompressed. */
  public static final long TOTAL_BYTES = 1L << 33;

  /** Times that an entry may grow when it is decompressed, once it is beyond the free bytes. */
  public static final int RATIO = 250;

  /** Bytes up to which an entry may be compressed as well as it likes. */
  public static final int RATIO_FREE_BYTES = 1 << 20;

  /** Bytes of a JSON file that is read in one piece, or of a line of {@code trials.jsonl}. */
  public static final int JSON_BYTES = 16 << 20;

  /** Bytes of a line of a CSV file. */
  public static final int CSV_LINE_BYTES = 4096;

  /** Objects and lists of a JSON text within each other. */
  public static final int JSON_DEPTH = 32;

  /** Names, values, and beginnings and ends of a JSON text. */
  public static final int JSON_TOKENS = 2_000_000;

  /** Characters of a text value in JSON. */
  public static final int JSON_TEXT_CHARS = 1 << 18;

  /** Characters of a field's name in JSON. */
  public static final int JSON_NAME_CHARS = 256;

  /** Digits of a number in JSON. */
  public static final int JSON_NUMBER_CHARS = 64;

  private Limits() {}

  /**
   * Parses untrusted JSON within the limits. A name twice in an object is refused: one reader takes
   * the first, another one the last.
   */
  public static JsonFactory json() {
    return JsonFactory.builder()
        .streamReadConstraints(
            StreamReadConstraints.builder()
                .maxNestingDepth(JSON_DEPTH)
                .maxTokenCount(JSON_TOKENS)
                .maxStringLength(JSON_TEXT_CHARS)
                .maxNameLength(JSON_NAME_CHARS)
                .maxNumberLength(JSON_NUMBER_CHARS)
                .build())
        .enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION)
        .build();
  }
}
