package org.ecosec.alerts.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.TreeMap;
import java.util.UUID;
import org.ecosec.alerts.ledger.People;
import org.ecosec.platform.ledger.CanonicalJson;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.revision.Revisions;
import org.jspecify.annotations.Nullable;

/** A steward says that an open alert is an exercise; whoever was told of it is told that. */
@ApplicationScoped
class ExerciseMark {

  private final Alerts alerts;
  private final AlertWriter writer;
  private final People people;
  private final Revisions revisions;
  private final CanonicalJson canonical;
  private final Clock clock;

  ExerciseMark(
      Alerts alerts,
      AlertWriter writer,
      People people,
      Revisions revisions,
      CanonicalJson canonical,
      Clock clock) {
    this.alerts = alerts;
    this.writer = writer;
    this.people = people;
    this.revisions = revisions;
    this.canonical = canonical;
    this.clock = clock;
  }

  @Transactional(TxType.REQUIRED)
  Alert set(UUID alertId, String by) {
    long revision = revisions.begin();
    var alert = alerts.locked(alertId).orElseThrow(() -> AlertIds.unknown(alertId.toString()));
    if (!alert.isOpen() || alert.exercise()) {
      throw Problem.conflict(
          "not-to-mark", "Only an open alert that is no exercise yet can be marked as one.");
    }
    var marked = alert.forExercise(clock.instant());
    var evidence = new TreeMap<String, @Nullable Object>();
    evidence.put("decision", "Update");
    evidence.put("reason", Reason.MARKED_AS_EXERCISE);
    evidence.put("by", people.idOf(by));
    evidence.put("decidedAt", marked.changedAt());
    writer.write(marked, AlertChange.UPDATED, Reason.MARKED_AS_EXERCISE, canonical.of(evidence));
    revisions.publish(revision);
    return marked;
  }
}
