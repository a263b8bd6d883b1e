package org.ecosec.alerts.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.alerts.rule.Severity;
import org.ecosec.alerts.rule.Words;
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
    @Nullable Reason reason,
    AlertState state,
    RuleRef rule,
    SignalKind kind,
    Severity severity,
    @Schema(description = "0 to 100") @Nullable Integer score,
    String title,
    String text,
    Map<String, Words> translations,
    Subject subject,
    List<String> sectors,
    @Nullable String period,
    Instant at,
    HandlingLevel handling,
    boolean exercise,
    @Schema(description = "The measure or the heading that it belongs to") @Nullable String group,
    @Schema(description = "The first news of this alert; null where this is it")
        @Nullable Reference references,
    @Schema(description = "Why subscribers are not told; null if they are") @Nullable Muting muted,
    String evidence) {

  /** The change of an alert that another one refers to. */
  public record Reference(UUID alertId, long sequence, Instant at) {}

  public AlertNews {
    translations = translations == null ? Map.of() : translations;
  }

  static AlertNews of(Alert alert, AlertChange change, Reason reason) {
    return new AlertNews(
        alert.id(),
        alert.fingerprint(),
        alert.sequence(),
        change,
        reason,
        alert.state(),
        alert.rule(),
        alert.kind(),
        alert.grade().severity(),
        alert.grade().score(),
        alert.words().title(),
        alert.words().text(),
        alert.translations(),
        alert.subject(),
        alert.sectors(),
        alert.period(),
        alert.changedAt(),
        alert.handling(),
        alert.exercise(),
        alert.subject().group(),
        alert.sequence() == 1 ? null : new Reference(alert.id(), 1, alert.raisedAt()),
        alert.muting(),
        "/alerts/v1/alerts/" + alert.id() + "/evidence");
  }
}
