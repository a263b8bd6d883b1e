package org.ecosec.alerts.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.UUID;
import org.ecosec.alerts.ledger.People;
import org.ecosec.platform.ledger.CanonicalJson;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.revision.Revisions;
import org.jspecify.annotations.Nullable;

/** Somebody takes note of an alert. */
@ApplicationScoped
class Acknowledgement {

  private final Alerts alerts;
  private final AlertWriter writer;
  private final People people;
  private final Revisions revisions;
  private final CanonicalJson canonical;
  private final Clock clock;

  Acknowledgement(
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
  AlertView give(UUID alertId, String by, @Nullable String note) {
    long revision = revisions.begin();
    var alert =
        alerts
            .locked(alertId)
            .orElseThrow(
                () -> Problem.notFound("no-such-alert", "There is no alert " + alertId + "."));
    if (alert.state() != AlertState.RAISED) {
      throw Problem.conflict(
          "not-to-acknowledge", "The alert is " + alert.state() + "; only RAISED ones are open.");
    }
    var person = people.idOf(by);
    var acknowledged = alert.acknowledged(clock.instant(), person);
    var evidence = new LinkedHashMap<String, @Nullable Object>();
    evidence.put("decision", "Acknowledge");
    evidence.put("by", person);
    evidence.put("note", note);
    evidence.put("decidedAt", acknowledged.changedAt());
    writer.write(
        acknowledged, AlertChange.ACKNOWLEDGED, Reason.ACKNOWLEDGED, canonical.of(evidence));
    revisions.publish(revision);
    return AlertView.of(acknowledged, people.names(List.of(person)));
  }
}
