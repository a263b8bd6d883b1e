package org.ecosec.alerts.delivery;

import io.quarkus.runtime.configuration.DurationConverter;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.ecosec.alerts.subscription.WebhookConfig;

/** Webhook settings as a configuration would give them. */
final class Settings {

  private Settings() {}

  static WebhookConfig with(Map<String, String> settings) {
    var all = new HashMap<>(settings);
    all.put("ecosec.webhooks.secret-keys", "a key for the tests of this module only");
    return new SmallRyeConfigBuilder()
        .withConverter(Duration.class, 200, new DurationConverter())
        .withMapping(WebhookConfig.class)
        .withSources(new PropertiesConfigSource(all, "test", 500))
        .build()
        .getConfigMapping(WebhookConfig.class);
  }
}
