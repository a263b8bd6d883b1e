package org.ecosec.alerts.alert;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ecosec.alerts.rule.Severity;
import org.ecosec.alerts.signal.SignalKind;
import org.ecosec.alerts.signal.Subject;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** An alert in its present state. */
public record AlertView(
    UUID alertId,
    String fingerprint,
    AlertState state,
    long sequence,
    RuleRef rule,
    SignalKind kind,
    Severity severity,
    String title,
    String text,
    Subject subject,
    List<String> sectors,
    @Nullable String period,
    HandlingLevel handling,
    boolean exercise,
    Instant raisedAt,
    Instant changedAt,
    @Nullable Instant acknowledgedAt,
    @Nullable String acknowledgedBy) {

  static AlertView of(Alert alert) {
    return new AlertView(
        alert.id(),
        alert.fingerprint(),
        alert.state(),
        alert.sequence(),
        alert.rule(),
        alert.kind(),
        alert.severity(),
        alert.title(),
        alert.text(),
        alert.subject(),
        alert.sectors(),
        alert.period(),
        alert.handling(),
        alert.exercise(),
        alert.raisedAt(),
        alert.changedAt(),
        alert.acknowledgedAt(),
        alert.acknowledgedBy());
  }
}
