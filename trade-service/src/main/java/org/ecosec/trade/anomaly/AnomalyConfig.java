package org.ecosec.trade.anomaly;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** What is too small to tell, and whose Januaries and Februaries are read together. */
@ConfigMapping(prefix = "ecosec.anomaly")
interface AnomalyConfig {

  /** Least change of a month's value, in US dollars, that is flagged. */
  @WithDefault("100000")
  double minimumChangeUsd();

  @WithDefault("CHN")
  Set<String> lunarNewYear();
}
