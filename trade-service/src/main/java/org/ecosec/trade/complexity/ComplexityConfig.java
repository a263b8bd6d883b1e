package org.ecosec.trade.complexity;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Which economies count, and what a matrix needs to be one of the world. */
@ConfigMapping(prefix = "ecosec.complexity")
interface ComplexityConfig {

  /** The Atlas of Economic Complexity takes economies with exports above one billion dollars. */
  @WithDefault("1000000000")
  double minimumExportsUsd();

  @WithDefault("5")
  int minimumProducts();

  /** Economies of the sample below which a matrix is not of the world. */
  @WithDefault("50")
  int minimumEconomies();

  @WithDefault("50")
  int minimumMatrixProducts();

  /** Share of all reported imports that must come from economies of the sample. */
  @WithDefault("0.8")
  double minimumCoverage();

  /** How long a year must have been left alone before it is solved again. */
  @WithDefault("PT3S")
  Duration settle();
}
