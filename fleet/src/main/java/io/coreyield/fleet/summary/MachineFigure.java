package io.coreyield.fleet.summary;

import io.coreyield.analysis.comparison.Row;
import io.coreyield.analysis.stats.Estimate;
import java.time.LocalDateTime;
import org.jspecify.annotations.Nullable;

/**
 * A figure of one run of a machine.
 *
 * @param machine its name
 * @param type of its instance, by its label; null where it has none
 * @param isNamed whether runs of one name are runs of one machine
 * @param row what the figure is of
 * @param circumstances what must be equal of figures that are put together: Java, code of the
 *     kernels, quota, setting
 * @param started when the run began, UTC
 * @param estimate with the interval of that run
 */
public record MachineFigure(
    String machine,
    @Nullable String type,
    boolean isNamed,
    Cpu cpu,
    Row row,
    String circumstances,
    LocalDateTime started,
    Estimate estimate) {}
