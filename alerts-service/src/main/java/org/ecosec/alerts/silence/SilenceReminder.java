package org.ecosec.alerts.silence;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Event;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.ecosec.alerts.signal.Economies;
import org.ecosec.alerts.signal.Facts;
import org.ecosec.alerts.signal.Novelty;
import org.ecosec.alerts.signal.OncePerDay;
import org.ecosec.alerts.signal.Origin;
import org.ecosec.alerts.signal.Signal;
import org.ecosec.alerts.signal.SignalKind;
import org.ecosec.alerts.signal.Subject;
import org.ecosec.alerts.signal.Weight;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.security.Clearance;
import org.ecosec.platform.security.HandlingLevel;

/**
 * Shows the rules, once each, the silences that are about to end and those that have. The key is
 * the silence with its end, so that one that is ended early is shown again.
 */
@ApplicationScoped
public class SilenceReminder {

  private static final String TOPIC = "silences";
  private static final Duration LOOKS_BACK = Duration.ofDays(7);

  private final Silences silences;
  private final OncePerDay once;
  private final Event<Signal> signals;
  private final Revisions revisions;
  private final Clearance clearance;
  private final Clock clock;

  SilenceReminder(
      Silences silences,
      OncePerDay once,
      Event<Signal> signals,
      Revisions revisions,
      Clearance clearance,
      Clock clock) {
    this.silences = silences;
    this.once = once;
    this.signals = signals;
    this.revisions = revisions;
    this.clearance = clearance;
    this.clock = clock;
  }

  @Scheduled(
      every = "{ecosec.muting.every}",
      delayed = "20s",
      concurrentExecution = ConcurrentExecution.SKIP)
  @ActivateRequestContext
  void look() {
    look(clock.instant());
  }

  /** Looks as at an instant. */
  @ActivateRequestContext
  public void look(Instant now) {
    clearance.actAsSystem();
    QuarkusTransaction.requiringNew().run(() -> lookAtAll(now));
  }

  private void lookAtAll(Instant now) {
    var due =
        silences.endingAfter(now.minus(LOOKS_BACK)).stream()
            .filter(silence -> !now.isBefore(silence.remindsAt()))
            .toList();
    if (due.isEmpty()) {
      return;
    }
    long revision = revisions.begin();
    boolean any = false;
    for (Silence silence : due) {
      boolean ended = !now.isBefore(silence.endsAt());
      var key = silence.id() + (ended ? "|ended" : "|ending");
      if (once.isFirst(TOPIC, key, LocalDate.ofInstant(silence.endsAt(), ZoneOffset.UTC))) {
        any = true;
        signals.fire(signal(silence, ended, now));
      }
    }
    if (any) {
      revisions.publish(revision);
    }
  }

  private static Signal signal(Silence silence, boolean ended, Instant now) {
    return new Signal(
        SignalKind.SILENCE,
        Subject.ofThing(silence.id().toString()),
        Facts.of(SignalKind.SILENCE)
            .text("silenceId", silence.id().toString())
            .text("author", silence.author().toString())
            .text("reason", silence.reason())
            .text("endsAt", silence.endsAt().toString())
            .count("hoursLeft", Math.max(0, Duration.between(now, silence.endsAt()).toHours()))
            .flag("ended", ended)
            .build(),
        Map.of("endsAt", silence.endsAt().toString(), "ended", ended),
        new Novelty(false, false, true, null, null),
        List.of(),
        List.of(),
        null,
        false,
        Weight.flat(0),
        HandlingLevel.PUBLIC,
        Economies.NONE,
        Origin.ofDay(
            TOPIC,
            silence.id().toString(),
            JsonNodeFactory.instance.objectNode(),
            now,
            "/alerts/v1/silences/" + silence.id()));
  }
}
