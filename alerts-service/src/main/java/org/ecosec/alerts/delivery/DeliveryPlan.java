package org.ecosec.alerts.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.util.ArrayList;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.ecosec.alerts.alert.AlertChange;
import org.ecosec.alerts.alert.AlertChanged;
import org.ecosec.alerts.ledger.Ledger;
import org.ecosec.alerts.ledger.LedgerEntry;
import org.ecosec.platform.sql.Database;

/** Settles who is told of an alert event, and who is not and why, in the event's transaction. */
@ApplicationScoped
class DeliveryPlan {

  private final Audience audience;
  private final Ledger ledger;
  private final Database sql;
  private final Dispatcher dispatcher;

  DeliveryPlan(Audience audience, Ledger ledger, Database sql, Dispatcher dispatcher) {
    this.audience = audience;
    this.ledger = ledger;
    this.sql = sql;
    this.dispatcher = dispatcher;
  }

  void plan(@Observes AlertChanged change) {
    var settled = audience.settle(change);
    var news = change.news();
    var entries = new ArrayList<LedgerEntry>();
    if (news.change() == AlertChange.ACKNOWLEDGED) {
      entries.add(entry("ACKNOWLEDGED", change).with(Map.of("by", acknowledger(change))));
    }
    entries.add(
        entry("SETTLED", change)
            .with(Map.of("told", settled.told(), "notTold", settled.notTold())));
    ledger.append(entries);
  }

  void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) AlertChanged change) {
    dispatcher.wake();
  }

  private static LedgerEntry entry(String kind, AlertChanged change) {
    var news = change.news();
    var content = new TreeMap<String, Object>();
    content.put("alertId", news.alertId());
    content.put("fingerprint", news.fingerprint());
    content.put("sequence", news.sequence());
    content.put("change", news.change());
    content.put("severity", news.severity());
    if (news.exercise()) {
      content.put("exercise", true);
    }
    return new LedgerEntry(kind, news.handling(), content);
  }

  private Object acknowledger(AlertChanged change) {
    return sql.first(
            "select acknowledged_by from alert where id = ?",
            row -> row.getObject(1, UUID.class),
            change.news().alertId())
        .orElseThrow();
  }
}
