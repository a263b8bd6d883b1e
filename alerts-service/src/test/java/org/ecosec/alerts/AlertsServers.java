package org.ecosec.alerts;

import java.util.HashMap;
import java.util.Map;
import org.ecosec.platform.testing.RealServers;

/** The real servers, a receiver on this machine allowed, and pauses that a test can wait for. */
public class AlertsServers extends RealServers {

  @Override
  public void init(Map<String, String> arguments) {
    super.init(Map.of("database", "alerts"));
  }

  @Override
  public Map<String, String> start() {
    var settings = new HashMap<>(super.start());
    settings.put("ecosec.webhooks.allow-loopback", "true");
    settings.put("ecosec.webhooks.retry-after", "200ms,200ms,200ms,1h");
    settings.put("ecosec.webhooks.timeout", "2s");
    settings.put("ecosec.webhooks.slow-after", "1s");
    settings.put("ecosec.webhooks.secret-keys", "a key for the tests of this module only");
    settings.put("ecosec.mail.from", "alerts@monitor.example");
    settings.put("quarkus.mailer.host", "127.0.0.1");
    settings.put("quarkus.mailer.port", Integer.toString(Mailbox.PORT));
    settings.put("ecosec.webhooks.poll", "200ms");
    settings.put("ecosec.stream.heartbeat", "500ms");
    settings.put("ecosec.stream.poll", "200ms");
    settings.put("ecosec.stream.catch-up", "7");
    return settings;
  }
}
