package org.ecosec.investment.progress;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;
import org.ecosec.investment.progress.math.Thresholds;

/** Which rates convert flows, and where the statuses part (docs/methods/pledge-progress.md). */
@ConfigMapping(prefix = "ecosec.investment.progress")
public interface ProgressConfig {

  /** The named set of monthly rates that flows are converted with. */
  @WithDefault("fed-h10")
  String rateSet();

  /** The currency in which a pledge is also shown. */
  @WithDefault("USD")
  String secondCurrency();

  /** The one beside pledges that are made in the second currency themselves. */
  @WithDefault("JPY")
  String thirdCurrency();

  /** How often a new day is looked for; the plan moves once a day. */
  @WithDefault("1h")
  Duration every();

  @WithDefault("0.90")
  BigDecimal onTrack();

  @WithDefault("0.70")
  BigDecimal atRisk();

  @WithDefault("0.05")
  BigDecimal tooEarly();

  @WithDefault("12")
  int staleMonths();

  default Thresholds thresholds() {
    return new Thresholds(onTrack(), atRisk(), tooEarly(), staleMonths());
  }
}
