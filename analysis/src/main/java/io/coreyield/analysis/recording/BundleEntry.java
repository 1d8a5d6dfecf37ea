package io.coreyield.analysis.recording;

/**
 * A file in a bundle, as its two headers in the zip file agree to describe it.
 *
 * @param name with slashes, below the root of the bundle
 * @param size in bytes, decompressed
 * @param compressedSize in bytes, as it lies there
 * @param crc CRC-32 of its content
 * @param deflated whether it is compressed
 * @param dataAt where its bytes begin in the zip file
 */
public record BundleEntry(
    String name, long size, long compressedSize, long crc, boolean deflated, long dataAt) {}
