package org.ecosec.alerts.delivery;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** How long working records are kept; the ledger is kept for ever. */
@ConfigMapping(prefix = "ecosec.retention")
public interface RetentionConfig {

  /** Finished messages with their attempts, and who was not told, unless the alert is open. */
  @WithDefault("400d")
  Duration deliveries();

  /** How many rows are deleted in one transaction. */
  @WithDefault("2000")
  int batch();
}
