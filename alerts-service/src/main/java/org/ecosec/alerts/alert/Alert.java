package org.ecosec.alerts.alert;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.ecosec.alerts.rule.Words;
import org.ecosec.alerts.signal.Economies;
import org.ecosec.alerts.signal.SignalKind;
import org.ecosec.alerts.signal.Subject;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/**
 * An alert as stored; {@code sequence} counts what happened to it, {@code told} says whether any of
 * that was for subscribers.
 */
record Alert(
    UUID id,
    String fingerprint,
    AlertState state,
    long sequence,
    RuleRef rule,
    SignalKind kind,
    Grade grade,
    Words words,
    Map<String, Words> translations,
    Subject subject,
    List<String> products,
    List<String> sectors,
    Economies economies,
    @Nullable String raisedPeriod,
    @Nullable String period,
    @Nullable String freq,
    String figures,
    HandlingLevel handling,
    boolean exercise,
    @Nullable Muting muting,
    boolean told,
    Instant raisedAt,
    Instant changedAt,
    @Nullable Acknowledged acknowledged) {

  /** Who took note, by opaque id, and when. */
  record Acknowledged(Instant at, UUID by) {}

  boolean isOpen() {
    return state == AlertState.RAISED || state == AlertState.ACKNOWLEDGED;
  }

  /** The same, known to be an exercise. */
  Alert forExercise(Instant at) {
    return with(state, true, sequence + 1, muting, told, at, acknowledged);
  }

  Alert moved(AlertState to, Instant at) {
    return with(to, exercise, sequence + 1, muting, told, at, acknowledged);
  }

  Alert acknowledged(Instant at, UUID by) {
    return with(
        AlertState.ACKNOWLEDGED,
        exercise,
        sequence + 1,
        muting,
        told,
        at,
        new Acknowledged(at, by));
  }

  Alert muted(@Nullable Muting by) {
    return with(state, exercise, sequence, by, told || by == null, changedAt, acknowledged);
  }

  private Alert with(
      AlertState to,
      boolean isExercise,
      long number,
      @Nullable Muting by,
      boolean isTold,
      Instant at,
      @Nullable Acknowledged noted) {
    return new Alert(
        id,
        fingerprint,
        to,
        number,
        rule,
        kind,
        grade,
        words,
        translations,
        subject,
        products,
        sectors,
        economies,
        raisedPeriod,
        period,
        freq,
        figures,
        handling,
        isExercise,
        by,
        isTold,
        raisedAt,
        at,
        noted);
  }
}
