package org.ecosec.alerts.alert;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.Instant;
import java.util.LinkedHashMap;
import org.ecosec.platform.ledger.CanonicalJson;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.security.Clearance;
import org.jspecify.annotations.Nullable;

/**
 * Sees to open alerts that no signal may come for: one whose silence is over is told at last, and
 * one whose rule was switched off is cancelled. Replicas take turns by the merge lock.
 */
@ApplicationScoped
public class Upkeep {

  private static final int AT_ONCE = 200;

  private final OpenAlerts open;
  private final Mutings mutings;
  private final AlertWriter writer;
  private final Revisions revisions;
  private final CanonicalJson canonical;
  private final Clearance clearance;
  private final Clock clock;

  Upkeep(
      OpenAlerts open,
      Mutings mutings,
      AlertWriter writer,
      Revisions revisions,
      CanonicalJson canonical,
      Clearance clearance,
      Clock clock) {
    this.open = open;
    this.mutings = mutings;
    this.writer = writer;
    this.revisions = revisions;
    this.canonical = canonical;
    this.clearance = clearance;
    this.clock = clock;
  }

  @Scheduled(every = "{ecosec.muting.every}", concurrentExecution = ConcurrentExecution.SKIP)
  @ActivateRequestContext
  void see() {
    see(clock.instant());
  }

  /** Sees to them as at an instant. */
  @ActivateRequestContext
  public void see(Instant now) {
    clearance.actAsSystem();
    QuarkusTransaction.requiringNew().run(() -> seeToAll(now));
  }

  private void seeToAll(Instant now) {
    long revision = revisions.begin();
    boolean any = false;
    for (Alert alert : open.withoutRule(AT_ONCE)) {
      var cancelled = alert.moved(AlertState.CANCELLED, now);
      write(
          cancelled.muted(mutings.ofEnd(cancelled, now)),
          AlertChange.CANCELLED,
          Reason.RULE_WITHDRAWN,
          null);
      any = true;
    }
    for (Alert alert : open.muted(AT_ONCE)) {
      if (mutings.of(alert, now) == null) {
        var told = alert.moved(alert.state(), now).muted(null);
        write(told, AlertChange.UPDATED, Reason.SPEAKS_AGAIN, alert.muting());
        any = true;
      }
    }
    if (any) {
      revisions.publish(revision);
    }
  }

  private void write(Alert alert, AlertChange change, Reason reason, @Nullable Muting before) {
    var evidence = new LinkedHashMap<String, @Nullable Object>();
    evidence.put("decision", change == AlertChange.UPDATED ? "Update" : "Cancel");
    evidence.put("reason", reason);
    evidence.put("decidedAt", alert.changedAt());
    evidence.put("ruleVersion", alert.rule());
    evidence.put("mutingBefore", before);
    writer.write(alert, change, reason, canonical.of(evidence));
  }
}
