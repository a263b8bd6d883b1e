package org.ecosec.alerts.alert;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ecosec.alerts.rule.Severity;
import org.ecosec.alerts.signal.SignalKind;
import org.ecosec.alerts.signal.Subject;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** An alert as stored; {@code sequence} counts what happened to it. */
record Alert(
    UUID id,
    String fingerprint,
    AlertState state,
    long sequence,
    RuleRef rule,
    SignalKind kind,
    Severity severity,
    String title,
    String text,
    Subject subject,
    List<String> products,
    List<String> sectors,
    @Nullable String period,
    @Nullable String freq,
    String figures,
    HandlingLevel handling,
    boolean exercise,
    Instant raisedAt,
    Instant changedAt,
    @Nullable Instant acknowledgedAt,
    @Nullable String acknowledgedBy) {

  boolean isOpen() {
    return state == AlertState.RAISED || state == AlertState.ACKNOWLEDGED;
  }

  Alert moved(AlertState to, Instant at) {
    return new Alert(
        id,
        fingerprint,
        to,
        sequence + 1,
        rule,
        kind,
        severity,
        title,
        text,
        subject,
        products,
        sectors,
        period,
        freq,
        figures,
        handling,
        exercise,
        raisedAt,
        at,
        acknowledgedAt,
        acknowledgedBy);
  }

  Alert acknowledged(Instant at, String by) {
    var moved = moved(AlertState.ACKNOWLEDGED, at);
    return new Alert(
        id,
        fingerprint,
        moved.state,
        moved.sequence,
        rule,
        kind,
        severity,
        title,
        text,
        subject,
        products,
        sectors,
        period,
        freq,
        figures,
        handling,
        exercise,
        raisedAt,
        at,
        at,
        by);
  }
}
