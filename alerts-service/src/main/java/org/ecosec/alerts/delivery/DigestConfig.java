package org.ecosec.alerts.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.LocalTime;

/** Settings of digests. */
@ConfigMapping(prefix = "ecosec.digest")
public interface DigestConfig {

  /** When the digest of a day goes out, UTC. */
  @WithDefault("06:00")
  LocalTime at();
}
