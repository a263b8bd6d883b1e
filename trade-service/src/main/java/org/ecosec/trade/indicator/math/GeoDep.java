package org.ecosec.trade.indicator.math;

import java.util.List;
import java.util.Optional;

/**
 * CEPII GeoDep: a product is a dependency where its imports are concentrated (C1), the world's
 * exports of it are (C2), and imports exceed own exports (C3), in at least two of three years (C4).
 * What an input leaves open stays open.
 */
public final class GeoDep {

  /** Imports over exports where nothing is exported, as GeoDep writes it. */
  public static final double NO_EXPORTS = 9999;

  private static final double GUARD = 1e-12;

  private GeoDep() {}

  /** Whether a criterion holds, as far as its inputs can say. */
  public enum Answer {
    YES,
    NO,
    UNKNOWN
  }

  /** The only verdict; empty where missing inputs could turn it. */
  public enum Verdict {
    DEPENDENT,
    NOT_DEPENDENT
  }

  /** The three criteria of one year. */
  public record Year(Answer c1, Answer c2, Answer c3) {

    public static final Year UNKNOWN = new Year(Answer.UNKNOWN, Answer.UNKNOWN, Answer.UNKNOWN);

    /** All three; one that fails decides, whatever is open. */
    public Answer all() {
      var answers = List.of(c1, c2, c3);
      if (answers.contains(Answer.NO)) {
        return Answer.NO;
      }
      return answers.contains(Answer.UNKNOWN) ? Answer.UNKNOWN : Answer.YES;
    }
  }

  /** Above the threshold for sure, up to it for sure, or open between the bounds. */
  public static Answer above(double lower, double upper, double threshold) {
    if (lower > threshold + GUARD) {
      return Answer.YES;
    }
    return upper <= threshold + GUARD ? Answer.NO : Answer.UNKNOWN;
  }

  /** Imports over own exports. */
  public static double importsToExports(double importsUsd, double exportsUsd) {
    return exportsUsd > 0 ? importsUsd / exportsUsd : NO_EXPORTS;
  }

  public static Optional<Verdict> verdict(List<Year> years, int needed) {
    long met = count(years, Answer.YES);
    if (met >= needed) {
      return Optional.of(Verdict.DEPENDENT);
    }
    return met + count(years, Answer.UNKNOWN) < needed
        ? Optional.of(Verdict.NOT_DEPENDENT)
        : Optional.empty();
  }

  private static long count(List<Year> years, Answer answer) {
    return years.stream().filter(year -> year.all() == answer).count();
  }
}
