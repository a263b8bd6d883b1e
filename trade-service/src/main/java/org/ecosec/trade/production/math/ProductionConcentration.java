package org.ecosec.trade.production.math;

import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;

/**
 * How concentrated the output of a mineral is over its producers, plain and weighted by governance.
 * {@code hhi} is the sum of squared shares, 0 to 1. {@code hhiWgi} is the same with each square
 * times the producer's governance score from 0 (well governed) to 10 (badly), so 0 to 10; source:
 * Blengini et al. 2017, EUR 28654. Bounds hold whatever the unnamed producers are.
 */
public record ProductionConcentration(
    OptionalDouble hhi,
    double hhiLower,
    double hhiUpper,
    OptionalDouble hhiWgi,
    double hhiWgiLower,
    double hhiWgiUpper,
    double namedShare,
    List<Share> shares) {

  /** Below this share of named producers there are bounds only. */
  public static final double MIN_NAMED = 0.95;

  /** The worst governance score. */
  public static final double WORST = 10;

  private static final double GUARD = 1e-12;

  /** What one economy produces, in tonnes, with its governance score if it has one. */
  public record Output(String economy, double tonnes, OptionalDouble governance) {}

  /** A producer's part of the whole. */
  public record Share(String economy, double share, OptionalDouble governance) {}

  public ProductionConcentration {
    shares = List.copyOf(shares);
  }

  /**
   * Governance from 0 to 10, high is bad, of the mean of the six World Governance Indicators
   * rescaled to 0..1, high is good: 10 × (1 − score), which is 10 × (2.5 − mean) / 5.
   */
  public static double governance(double score) {
    return WORST * (1 - score);
  }

  /** {@code unnamedTonnes} is the output of producers that the source does not name. */
  public static ProductionConcentration of(List<Output> outputs, double unnamedTonnes) {
    double named = outputs.stream().mapToDouble(Output::tonnes).sum();
    double total = named + unnamedTonnes;
    var shares =
        outputs.stream()
            .filter(output -> output.tonnes() > 0)
            .sorted(
                Comparator.comparingDouble(Output::tonnes)
                    .reversed()
                    .thenComparing(Output::economy))
            .map(
                output -> new Share(output.economy(), output.tonnes() / total, output.governance()))
            .toList();
    double rest = unnamedTonnes > 0 ? unnamedTonnes / total : 0;
    double plain = 0;
    double best = 0;
    double worst = WORST * rest * rest;
    for (Share share : shares) {
      double square = share.share() * share.share();
      plain += square;
      best += square * share.governance().orElse(0);
      worst += square * share.governance().orElse(WORST);
    }
    boolean covered = !shares.isEmpty() && 1 - rest >= MIN_NAMED - GUARD;
    boolean governed = shares.stream().allMatch(share -> share.governance().isPresent());
    return new ProductionConcentration(
        covered ? OptionalDouble.of(plain) : OptionalDouble.empty(),
        plain,
        plain + rest * rest,
        covered && governed ? OptionalDouble.of(best) : OptionalDouble.empty(),
        best,
        worst,
        1 - rest,
        shares);
  }
}
