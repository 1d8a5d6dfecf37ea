package io.coreyield.analysis.model.machine;

/**
 * One level of cache.
 *
 * @param level 1 for the cache nearest to the core
 * @param type {@code data}, {@code instruction} or {@code unified}
 * @param sizeBytes capacity of one instance, 0 where not known
 */
public record Cache(int level, String type, long sizeBytes) {}
