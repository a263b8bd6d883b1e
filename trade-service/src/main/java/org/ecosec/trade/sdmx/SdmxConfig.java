package org.ecosec.trade.sdmx;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of the SDMX interface. */
@ConfigMapping(prefix = "ecosec.sdmx")
interface SdmxConfig {

  /** An answer of more observations is refused with 413. */
  @WithDefault("1000000")
  long maxObservations();

  /** How long one answer may take to be read from the database. */
  @WithDefault("10m")
  Duration maxTime();
}
