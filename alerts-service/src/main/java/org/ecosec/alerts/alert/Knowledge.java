package org.ecosec.alerts.alert;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import org.ecosec.alerts.rule.Rule;
import org.jspecify.annotations.Nullable;

/** What is known of a fingerprint, read only as far as the rule asks for it. */
@ApplicationScoped
class Knowledge {

  private final OpenAlerts alerts;
  private final Streaks streaks;

  Knowledge(OpenAlerts alerts, Streaks streaks) {
    this.alerts = alerts;
    this.streaks = streaks;
  }

  Known of(Rule rule, String fingerprint, @Nullable Alert open) {
    boolean coolsDown = open == null && rule.cooldown().compareTo(Duration.ZERO) > 0;
    return new Known(
        Known.open(open),
        coolsDown ? alerts.closed(fingerprint).orElse(null) : null,
        rule.counts() ? streaks.of(fingerprint) : Streak.NONE);
  }

  void keep(Rule rule, String fingerprint, Known before, Streak streak) {
    if (rule.counts() && !streak.equals(before.streak())) {
      streaks.keep(fingerprint, streak);
    }
  }
}
