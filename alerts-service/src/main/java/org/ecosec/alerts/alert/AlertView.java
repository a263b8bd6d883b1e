package org.ecosec.alerts.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.alerts.ledger.Names;
import org.ecosec.alerts.rule.Severity;
import org.ecosec.alerts.rule.Words;
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
    @Schema(description = "0 to 100; null for alerts from before there were scores")
        @Nullable Integer score,
    String title,
    String text,
    Map<String, Words> translations,
    Subject subject,
    List<String> sectors,
    @Schema(
            description =
                "The economies that it names in any part; a measure against the whole world concerns"
                    + " others too")
        List<String> economies,
    @Nullable String period,
    HandlingLevel handling,
    boolean exercise,
    @Schema(
            description = "The measure or the heading that it belongs to",
            examples = "heading|JPN|HS|2504")
        @Nullable String group,
    @Schema(description = "Why subscribers are not told; null if they are") @Nullable Muting muted,
    Instant raisedAt,
    Instant changedAt,
    @Nullable Instant acknowledgedAt,
    @Schema(description = "The name; an opaque id once the person is erased")
        @Nullable String acknowledgedBy) {

  static AlertView of(Alert alert, Names names) {
    var acknowledged = alert.acknowledged();
    return new AlertView(
        alert.id(),
        alert.fingerprint(),
        alert.state(),
        alert.sequence(),
        alert.rule(),
        alert.kind(),
        alert.grade().severity(),
        alert.grade().score(),
        alert.words().title(),
        alert.words().text(),
        alert.translations(),
        alert.subject(),
        alert.sectors(),
        alert.economies().named(),
        alert.period(),
        alert.handling(),
        alert.exercise(),
        alert.subject().group(),
        alert.muting(),
        alert.raisedAt(),
        alert.changedAt(),
        acknowledged == null ? null : acknowledged.at(),
        acknowledged == null ? null : names.of(acknowledged.by()));
  }
}
