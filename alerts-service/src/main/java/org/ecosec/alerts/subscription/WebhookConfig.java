package org.ecosec.alerts.subscription;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;
import java.util.List;

/** Settings of webhooks. */
@ConfigMapping(prefix = "ecosec.webhooks")
public interface WebhookConfig {

  /** Plain http to this machine, for trying things out; has effect in local mode only. */
  @WithDefault("false")
  boolean allowLoopback();

  /** The pauses after each failed attempt; after the last one the delivery is given up. */
  @WithDefault("5s,1m,5m,30m,2h,5h,8h,10h")
  List<Duration> retryAfter();

  /** How long a subscriber may take to answer. */
  @WithDefault("15s")
  Duration timeout();

  /** How long to wait for a connection. */
  @WithDefault("5s")
  Duration connectTimeout();

  /** How often the database is asked for what is due, besides being woken. */
  @WithDefault("1s")
  Duration poll();

  /** Deliveries under way at once, over all subscribers. */
  @WithDefault("512")
  int concurrency();

  /** Deliveries under way at once to one subscriber. */
  @WithDefault("4")
  int concurrencyPerSubscriber();
}
