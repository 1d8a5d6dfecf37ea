package io.coreyield.analysis.stats;

import java.util.Arrays;
import java.util.List;

/**
 * What one block of one fork measured on one physical core.
 *
 * @param core the core's name, unique in the machine
 * @param fork the fork's number, unique within the core
 * @param figures in any unit, and in one order in all blocks: they were measured together, and stay
 *     together when blocks are drawn; at least one
 */
public record Block(String core, int fork, List<Double> figures) {

  /** Throws an {@link IllegalArgumentException} if there is none. */
  public Block {
    figures = List.copyOf(figures);
    if (figures.isEmpty()) {
      throw new IllegalArgumentException(
          "a block of core %s, fork %d has no figure".formatted(core, fork));
    }
  }

  public static Block of(String core, int fork, double... figures) {
    return new Block(core, fork, Arrays.stream(figures).boxed().toList());
  }
}
