package org.ecosec.dashboard;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.net.URI;
import java.time.Duration;

/** Where the edge finds the services behind it. */
@ConfigMapping(prefix = "ecosec.edge")
interface EdgeConfig {
  @WithDefault("http://localhost:8081")
  URI trade();

  @WithDefault("http://localhost:8082")
  URI investment();

  @WithDefault("http://localhost:8083")
  URI alerts();

  /** How long a connection to a service may take. */
  @WithDefault("2s")
  Duration connectTimeout();

  /** Connections to one service at a time; each open event stream holds one. */
  @WithDefault("1000")
  int connections();
}
