package io.coreyield.analysis.recording;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * What a zip file says of an entry, once in the entry's own header and once in the list at the
 * file's end (PKWARE, APPNOTE 6.3.10, sections 4.3.7 and 4.3.12). The two must agree.
 *
 * @param flags general purpose bits
 * @param method 0 stored, 8 deflated
 * @param time of the last change, MS-DOS time and date
 * @param crc CRC-32 of the content
 * @param compressedSize in bytes
 * @param size in bytes
 * @param name as bytes decode; null where they are not UTF-8
 */
record ZipHeaders(
    int flags,
    int method,
    int time,
    long crc,
    long compressedSize,
    long size,
    @Nullable String name) {

  static final int CENTRAL_BYTES = 46;
  static final int LOCAL_BYTES = 30;
  static final int CENTRAL_SIGNATURE = 0x02014b50;
  static final int LOCAL_SIGNATURE = 0x04034b50;

  static final int STORED = 0;
  static final int DEFLATED = 8;

  private static final int SIZES_FOLLOW = 1 << 3;
  private static final int ENCRYPTED = 1 | 1 << 6 | 1 << 13;
  private static final int KNOWN = SIZES_FOLLOW | 1 << 1 | 1 << 2 | 1 << 11;
  private static final int MASK_16 = 0xFFFF;
  private static final long MASK_32 = 0xFFFF_FFFFL;

  /** From the list at the end, whose signature was read. */
  static ZipHeaders central(ByteBuffer at, byte[] name) {
    return of(at, 8, name);
  }

  /** From the entry's own header, whose signature was read. */
  static ZipHeaders local(ByteBuffer at, byte[] name) {
    return of(at, 6, name);
  }

  private static ZipHeaders of(ByteBuffer at, int flagsAt, byte[] name) {
    int start = at.position() + flagsAt;
    return new ZipHeaders(
        at.getShort(start) & MASK_16,
        at.getShort(start + 2) & MASK_16,
        at.getInt(start + 4),
        at.getInt(start + 8) & MASK_32,
        at.getInt(start + 12) & MASK_32,
        at.getInt(start + 16) & MASK_32,
        decoded(name));
  }

  private static @Nullable String decoded(byte[] name) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(name)).toString();
    } catch (CharacterCodingException e) {
      return null;
    }
  }

  /** Whether the sizes may stand after the content, where they are not known before. */
  boolean sizesFollow() {
    return (flags & SIZES_FOLLOW) != 0;
  }

  /** What cannot be read of such an entry, or null. */
  @Nullable String fault() {
    if ((flags & ENCRYPTED) != 0) {
      return "is encrypted";
    }
    if ((flags & ~KNOWN) != 0 || (method != STORED && method != DEFLATED)) {
      return "is packed in a way that no bundle of ours is";
    }
    if (size > Limits.FILE_BYTES || compressedSize > Limits.FILE_BYTES) {
      return "is larger than %d bytes".formatted(Limits.FILE_BYTES);
    }
    if (method == STORED && size != compressedSize) {
      return "is not compressed, and has two sizes";
    }
    if (size > Limits.RATIO_FREE_BYTES && size / Limits.RATIO > compressedSize) {
      return "grows more than %d times when it is decompressed".formatted(Limits.RATIO);
    }
    return null;
  }

  /** Whether the entry's own header says the same. */
  boolean agreesWith(ZipHeaders local) {
    boolean later = sizesFollow() && local.crc == 0 && local.compressedSize == 0 && local.size == 0;
    return flags == local.flags
        && method == local.method
        && time == local.time
        && name != null
        && name.equals(local.name)
        && (later
            || (crc == local.crc && compressedSize == local.compressedSize && size == local.size));
  }
}
