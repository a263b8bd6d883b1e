package org.ecosec.alerts.alert;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ecosec.alerts.rule.Severity;
import org.ecosec.alerts.signal.SignalKind;
import org.ecosec.alerts.signal.Subject;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** The payload of {@code alerts.alerts.v1}, of webhooks and of the stream. */
public record AlertNews(
    UUID alertId,
    String fingerprint,
    long sequence,
    AlertChange change,
    AlertState state,
    RuleRef rule,
    SignalKind kind,
    Severity severity,
    String title,
    String text,
    Subject subject,
    List<String> sectors,
    @Nullable String period,
    Instant at,
    HandlingLevel handling,
    boolean exercise,
    String evidence) {

  static AlertNews of(Alert alert, AlertChange change) {
    return new AlertNews(
        alert.id(),
        alert.fingerprint(),
        alert.sequence(),
        change,
        alert.state(),
        alert.rule(),
        alert.kind(),
        alert.severity(),
        alert.title(),
        alert.text(),
        alert.subject(),
        alert.sectors(),
        alert.period(),
        alert.changedAt(),
        alert.handling(),
        alert.exercise(),
        "/alerts/v1/alerts/" + alert.id() + "/evidence");
  }
}
