package org.ecosec.alerts.rule;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of rules. */
@ConfigMapping(prefix = "ecosec.rules")
public interface RuleConfig {

  /** How long a rule may wait for its very first figure before that is news. */
  @WithDefault("7d")
  Duration firstDataWithin();

  /** Every change of a rule needs a second steward, whether the rule asks for one or not. */
  @WithDefault("false")
  boolean secondSteward();

  /** A dry run that takes longer is refused. */
  @WithDefault("20s")
  Duration dryRunWithin();
}
