package org.ecosec.trade.indicator.math;

import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How concentrated the imports of a product are over its suppliers: the Herfindahl-Hirschman index
 * (sum of squared shares, 0 to 1) with its bounds where part of the trade has no known supplier.
 * Values in US dollars; shares from 0 to 1; what is undefined is empty and {@link #reason} says
 * why.
 */
public record Concentration(
    OptionalDouble hhi,
    OptionalDouble hhiLower,
    OptionalDouble hhiUpper,
    OptionalDouble hhiNormalised,
    OptionalDouble effectiveSuppliers,
    Optional<Top> top1,
    OptionalDouble top3Share,
    int suppliers,
    OptionalDouble coverage,
    double totalUsd,
    double unallocatedUsd,
    double residualUsd,
    double reImportsUsd,
    Optional<Verdict> verdict,
    Optional<Reason> reason) {

  /**
   * More than 0.40 is concentrated: threshold of the EU's strategic-dependency method (SWD(2021)
   * 352) and of CEPII GeoDep.
   */
  public static final double THRESHOLD = 0.40;

  /** Below this share of World accounted for, there are bounds only. */
  public static final double MIN_COVERAGE = 0.95;

  private static final double GUARD = 1e-12;

  /** What the index says against the threshold, where its bounds allow a word. */
  public enum Verdict {
    CONCENTRATED,
    NOT_CONCENTRATED
  }

  /** Why a point or a verdict is missing. */
  public enum Reason {
    NO_DATA,
    LOW_COVERAGE,
    BOUNDS_STRADDLE
  }

  /** The largest supplier: its share of what has a supplier, and of everything imported. */
  public record Top(String partner, double share, double shareOfWorld, double valueUsd) {}

  /** What one named supplier supplies, in US dollars. */
  public record Supply(String partner, double valueUsd) {}

  /** Named suppliers in any order, and what is not theirs; {@code worldUsd} empty if unreported. */
  public record Inputs(
      Supplies suppliers, double unallocatedUsd, double reImportsUsd, OptionalDouble worldUsd) {

    public Inputs(
        List<Supply> suppliers,
        double unallocatedUsd,
        double reImportsUsd,
        OptionalDouble worldUsd) {
      this(Supplies.of(suppliers), unallocatedUsd, reImportsUsd, worldUsd);
    }
  }

  /** Against the threshold that method and configuration share by default. */
  public static Concentration of(Inputs inputs) {
    return of(inputs, THRESHOLD);
  }

  public static Concentration of(Inputs inputs, double threshold) {
    // From the largest to the smallest, so that the same rows give the same digits.
    double[] sorted = inputs.suppliers().sorted();
    double named = 0;
    double squares = 0;
    double firstThree = 0;
    for (int i = sorted.length - 1; i >= 0; i--) {
      named += sorted[i];
      squares += sorted[i] * sorted[i];
      if (i >= sorted.length - 3) {
        firstThree = named;
      }
    }
    double accounted = named + inputs.unallocatedUsd() + inputs.reImportsUsd();
    double world = inputs.worldUsd().orElse(accounted);
    double residual = Math.max(0, world - accounted);
    double total = named + inputs.unallocatedUsd() + residual;
    var coverage =
        inputs.worldUsd().isPresent() && world > 0
            ? OptionalDouble.of(accounted / world)
            : OptionalDouble.empty();
    if (sorted.length == 0) {
      return nothing(inputs, coverage, residual, total);
    }
    // Unallocated trade stays out of the point; unknown suppliers stay in its denominator.
    double base = named + residual;
    double point = squares / (base * base);
    double lower = squares / (total * total);
    double largest = sorted[sorted.length - 1];
    double upper = upper(largest, inputs.unallocatedUsd(), residual, total, lower);
    boolean covered = coverage.orElse(1) >= MIN_COVERAGE - GUARD;
    var verdict = verdict(lower, upper, threshold);
    return new Concentration(
        when(covered, point),
        OptionalDouble.of(lower),
        OptionalDouble.of(upper),
        when(covered, normalised(point, sorted.length)),
        when(covered, 1 / point),
        Optional.of(
            new Top(inputs.suppliers().largest(), largest / base, largest / total, largest)),
        when(covered, firstThree / base),
        sorted.length,
        coverage,
        total,
        inputs.unallocatedUsd(),
        residual,
        inputs.reImportsUsd(),
        verdict,
        reason(verdict, covered));
  }

  private static Concentration nothing(
      Inputs inputs, OptionalDouble coverage, double residual, double total) {
    var none = OptionalDouble.empty();
    return new Concentration(
        none,
        none,
        none,
        none,
        none,
        Optional.empty(),
        none,
        0,
        coverage,
        total,
        inputs.unallocatedUsd(),
        residual,
        inputs.reImportsUsd(),
        Optional.empty(),
        Optional.of(Reason.NO_DATA));
  }

  // What is unallocated may all be the largest supplier's; World minus every named partner cannot
  // be a named one's, so at worst it is one more supplier.
  private static double upper(
      double largest, double unallocated, double residual, double total, double lower) {
    double share = largest / total;
    double most = (largest + unallocated) / total;
    double unknown = residual / total;
    return lower - share * share + most * most + unknown * unknown;
  }

  private static OptionalDouble when(boolean covered, double value) {
    return covered ? OptionalDouble.of(value) : OptionalDouble.empty();
  }

  // A residual beside few named suppliers can take the index under 1/n; then it is 0, not less.
  private static double normalised(double hhi, int suppliers) {
    double even = 1.0 / suppliers;
    return suppliers == 1 ? 1 : Math.max(0, (hhi - even) / (1 - even));
  }

  /** Concentrated above the threshold for sure, not concentrated up to it; empty between. */
  public static Optional<Verdict> verdict(double lower, double upper, double threshold) {
    if (lower > threshold + GUARD) {
      return Optional.of(Verdict.CONCENTRATED);
    }
    return upper <= threshold + GUARD ? Optional.of(Verdict.NOT_CONCENTRATED) : Optional.empty();
  }

  private static Optional<Reason> reason(Optional<Verdict> verdict, boolean covered) {
    if (verdict.isEmpty()) {
      return Optional.of(Reason.BOUNDS_STRADDLE);
    }
    return covered ? Optional.empty() : Optional.of(Reason.LOW_COVERAGE);
  }
}
