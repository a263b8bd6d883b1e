package org.ecosec.alerts.alert;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import org.ecosec.platform.outbox.Outbox;
import org.ecosec.platform.outbox.OutboxEvent;
import org.ecosec.platform.revision.Revisions;

/** Writes an alert's new state with its history, its event and whom to tell: all or nothing. */
@ApplicationScoped
class AlertWriter {

  static final String TOPIC = "alerts.alerts.v1";

  private final Alerts alerts;
  private final AlertHistory history;
  private final Outbox outbox;
  private final Revisions revisions;
  private final Event<AlertChanged> changes;

  AlertWriter(
      Alerts alerts,
      AlertHistory history,
      Outbox outbox,
      Revisions revisions,
      Event<AlertChanged> changes) {
    this.alerts = alerts;
    this.history = history;
    this.outbox = outbox;
    this.revisions = revisions;
    this.changes = changes;
  }

  /** The caller holds the merge lock and publishes the revision. */
  @Transactional(TxType.MANDATORY)
  void write(Alert alert, AlertChange change, Reason reason, String evidence) {
    if (change == AlertChange.RAISED) {
      alerts.insert(alert);
    } else {
      alerts.update(alert);
    }
    var news = AlertNews.of(alert, change, reason);
    long position = history.append(news, reason, revisions.begin(), evidence);
    outbox.append(new OutboxEvent(TOPIC, alert.fingerprint(), news));
    var muting = alert.muting();
    changes.fire(
        new AlertChanged(
            position,
            news,
            alert.products(),
            alert.economies(),
            muting == null ? null : muting.because().name()));
  }
}
