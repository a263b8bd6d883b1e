package org.ecosec.trade.export;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Bounds of the files that lists are exported to. */
@ConfigMapping(prefix = "ecosec.exports")
interface ExportConfig {

  /** How long a file is kept from the moment it was ordered. */
  @WithDefault("24h")
  Duration retention();

  /** Jobs that wait or run; one more is refused with 429. */
  @WithDefault("20")
  int maxOpen();

  /** A file of more compressed bytes is given up. */
  @WithDefault("1073741824")
  long maxBytes();

  @WithDefault("3")
  int maxAttempts();
}
