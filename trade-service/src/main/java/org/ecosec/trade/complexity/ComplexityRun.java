package org.ecosec.trade.complexity;

import java.util.Map;
import org.ecosec.trade.complexity.math.Exports.Excluded;
import org.jspecify.annotations.Nullable;

/** How one matrix came out; {@code status} is COMPLETE, or why there are no indices. */
record ComplexityRun(
    MatrixKey key,
    Basis basis,
    String status,
    int economies,
    int products,
    Map<String, Excluded> excluded,
    @Nullable Double coverage,
    @Nullable Double secondEigenvalue,
    double shareNearOne) {

  static final String METHOD = "complexity/1";
  static final String COMPLETE = "COMPLETE";

  /** Too few economies or products, or too little of what the world buys comes from them. */
  static final String NO_WORLD_MATRIX = "NO_WORLD_MATRIX";

  /** Whose reports fill the matrix. */
  public enum Basis {
    REPORTED,
    MIRROR
  }
}
