package org.ecosec.alerts.feed;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Settings of the stream. */
@ConfigMapping(prefix = "ecosec.stream")
public interface FeedConfig {

  /** How often the history is asked, besides being woken: another replica may have written. */
  @WithDefault("1s")
  Duration poll();

  /** How often a silent stream shows that it lives; proxies close what is silent for a minute. */
  @WithDefault("15s")
  Duration heartbeat();

  /** Streams open at once; one more is refused. */
  @WithDefault("1000")
  int limit();

  /** A listener that is further behind is told so, and goes on from there. */
  @WithDefault("10000")
  int catchUp();
}
