package io.coreyield.analysis.stats.fit;

import java.util.Arrays;

/**
 * Least squares of γ·w / (1 + α·(w − 1) + β·w·(w − 1)) with no parameter below 0, by the method of
 * Levenberg and Marquardt: a step that would carry a parameter past its bound stops there, and a
 * parameter on its bound moves only inwards.
 *
 * <p>Source of the damping: Marquardt, An algorithm for least-squares estimation of nonlinear
 * parameters, J. SIAM 11 (1963) 431–441.
 */
final class LawFit {

  /** Places of the parameters. */
  static final int GAMMA = 0;

  static final int ALPHA = 1;
  static final int BETA = 2;
  static final int PARAMETERS = 3;

  private static final int MAX_STEPS = 500;
  private static final double MAX_DAMPING = 1e12;

  /** A decrease of the squares, as a share of them, after which none is looked for. */
  private static final double SETTLED = 1e-14;

  /** From these the law is fitted, for one of them lies in the valley of the best. */
  private static final double[][] STARTS = {{0.01, 1e-4}, {0.2, 0}, {0.7, 1e-2}};

  private final double[] workers;
  private final double[] throughputs;

  /** Prepares the fit of as many throughputs as worker counts. */
  LawFit(double[] workers, double[] throughputs) {
    this.workers = workers.clone();
    this.throughputs = throughputs.clone();
  }

  static double law(double workers, double gamma, double alpha, double beta) {
    return gamma * workers / (1 + alpha * (workers - 1) + beta * workers * (workers - 1));
  }

  /** The best parameters from several starts; those that are not free keep their value. */
  double[] best(double[] at, boolean... free) {
    double[] best = descend(at, free);
    for (double[] start : STARTS) {
      double[] from = at.clone();
      from[ALPHA] = free[ALPHA] ? start[0] : at[ALPHA];
      from[BETA] = free[BETA] ? start[1] : at[BETA];
      double[] found = descend(from, free);
      if (squares(found) < squares(best)) {
        best = found;
      }
    }
    return best;
  }

  double squares(double... parameters) {
    double sum = 0;
    for (int i = 0; i < workers.length; i++) {
      double residual = residual(i, parameters);
      sum += residual * residual;
    }
    return sum;
  }

  private double residual(int i, double... parameters) {
    return throughputs[i] - law(workers[i], parameters[GAMMA], parameters[ALPHA], parameters[BETA]);
  }

  /** The best parameters that descent from {@code from} finds. */
  double[] descend(double[] from, boolean... free) {
    double[] at = from.clone();
    double squares = squares(at);
    double damping = 1e-3;
    for (int step = 0; step < MAX_STEPS && damping < MAX_DAMPING; step++) {
      double[] next = step(at, damping, free);
      double nextSquares = squares(next);
      if (nextSquares < squares) {
        damping = squares - nextSquares < SETTLED * squares ? MAX_DAMPING : damping / 10;
        at = next;
        squares = nextSquares;
      } else {
        damping = Math.max(10 * damping, 1e-8);
      }
    }
    return at;
  }

  private double[] step(double[] at, double damping, boolean... free) {
    double[][] curvature = new double[PARAMETERS][PARAMETERS];
    double[] descent = new double[PARAMETERS];
    for (int i = 0; i < workers.length; i++) {
      double[] gradient = gradient(workers[i], at);
      for (int row = 0; row < PARAMETERS; row++) {
        descent[row] += gradient[row] * residual(i, at);
        for (int column = 0; column < PARAMETERS; column++) {
          curvature[row][column] += gradient[row] * gradient[column];
        }
      }
    }
    for (int row = 0; row < PARAMETERS; row++) {
      boolean held = !free[row] || (at[row] == 0 && descent[row] <= 0);
      if (held) {
        hold(curvature, descent, row);
      }
      curvature[row][row] *= 1 + damping;
    }
    double[] move = solve(curvature, descent);
    double[] next = new double[PARAMETERS];
    Arrays.setAll(next, row -> Math.max(0, at[row] + move[row]));
    return next;
  }

  private static double[] gradient(double workers, double... at) {
    double perGamma = law(workers, 1, at[ALPHA], at[BETA]);
    double perAlpha = -at[GAMMA] * perGamma * perGamma * (workers - 1) / workers;
    return new double[] {perGamma, perAlpha, perAlpha * workers};
  }

  /** Takes a parameter out of the equations. */
  private static void hold(double[][] curvature, double[] descent, int row) {
    for (int other = 0; other < PARAMETERS; other++) {
      curvature[row][other] = 0;
      curvature[other][row] = 0;
    }
    curvature[row][row] = 1;
    descent[row] = 0;
  }

  /** Cramer's rule; no move where the equations have no unique solution. */
  private static double[] solve(double[][] matrix, double... right) {
    double determinant = determinant(matrix);
    double[] solution = new double[PARAMETERS];
    for (int column = 0; column < PARAMETERS && determinant != 0; column++) {
      double[][] replaced = new double[PARAMETERS][];
      for (int row = 0; row < PARAMETERS; row++) {
        replaced[row] = matrix[row].clone();
        replaced[row][column] = right[row];
      }
      solution[column] = determinant(replaced) / determinant;
    }
    return solution;
  }

  private static double determinant(double[][] m) {
    return m[0][0] * (m[1][1] * m[2][2] - m[1][2] * m[2][1])
        - m[0][1] * (m[1][0] * m[2][2] - m[1][2] * m[2][0])
        + m[0][2] * (m[1][0] * m[2][1] - m[1][1] * m[2][0]);
  }
}
