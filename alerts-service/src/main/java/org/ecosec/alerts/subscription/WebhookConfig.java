package org.ecosec.alerts.subscription;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
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

  /**
   * Deliveries under way at once, over all subscribers; half of it for those that fail or dawdle.
   */
  @WithDefault("1024")
  int concurrency();

  /** Deliveries under way at once to one subscriber. */
  @WithDefault("8")
  int concurrencyPerSubscriber();

  /** Messages a minute to one subscriber, unless its endpoint allows fewer. */
  @WithDefault("6000")
  int ratePerMinute();

  /** An endpoint that has failed for so long is disabled. */
  @WithDefault("5d")
  Duration disableAfter();

  /** An answer that takes longer makes its endpoint wait behind the quick ones. */
  @WithDefault("2s")
  Duration slowAfter();

  /** How long the old secret goes on signing beside the new one, unless it is retired earlier. */
  @WithDefault("24h")
  Duration secretOverlap();

  /** Where this API is reached from outside: in callbacks, links, and as the name of the sender. */
  @WithDefault("http://localhost:8080")
  URI publicUrl();

  /**
   * What seals the stored secrets, each at least 32 random characters. The first one seals, all of
   * them open: put a new one in front to replace it. There is no default.
   */
  List<String> secretKeys();
}
