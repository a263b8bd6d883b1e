package org.ecosec.platform.outbox;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.Map;

/** Settings of the outbox and its relay. */
@ConfigMapping(prefix = "ecosec.outbox")
public interface OutboxConfig {

  /** The name in {@code ce_source}: {@code /trade/v1} and so on. */
  String source();

  @WithDefault("500")
  int batchSize();

  @WithDefault("1s")
  Duration poll();

  /** How long sent events are kept for inspection. */
  @WithDefault("7d")
  Duration retention();

  /**
   * Topics of this service, with {@code compact} or {@code delete} as what becomes of old records.
   */
  Map<String, String> topics();

  /** Whether the last event of a key says all there is to know of it. */
  default boolean isState(String topic) {
    return "compact".equals(topics().get(topic));
  }

  @WithDefault("6")
  int partitions();

  @WithDefault("1")
  short replication();
}
