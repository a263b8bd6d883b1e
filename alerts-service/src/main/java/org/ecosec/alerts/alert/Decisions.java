package org.ecosec.alerts.alert;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.ecosec.alerts.signal.Signal;
import org.ecosec.alerts.store.Columns;
import org.ecosec.platform.security.Clearance;
import org.ecosec.platform.sql.Database;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Keeps every decision with its reason, also the decision to say nothing. */
@ApplicationScoped
class Decisions {

  private static final Logger LOG = Logger.getLogger(Decisions.class);
  private static final Duration KEPT = Duration.ofDays(90);

  private final Database sql;
  private final Clock clock;
  private final Clearance clearance;

  Decisions(Database sql, Clock clock, Clearance clearance) {
    this.sql = sql;
    this.clock = clock;
    this.clearance = clearance;
  }

  /** What a rule decided about its subject; {@code alertId} is null where no alert changes. */
  record Taken(String ruleId, String fingerprint, Decision decision, @Nullable UUID alertId) {

    String outcome() {
      return decision.getClass().getSimpleName();
    }
  }

  /** The decisions of all rules on a signal. */
  void record(Signal signal, List<Taken> decisions) {
    var at = clock.instant();
    sql.updateAll(
        "insert into decision (at, rule_id, fingerprint, outcome, reason, detail, event_id, alert_id,"
            + " handling) values (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        decisions.stream().map(taken -> row(taken, signal, at)).toList());
  }

  private static @Nullable Object[] row(Taken taken, Signal signal, Instant at) {
    var level = taken.alertId() == null ? Logger.Level.DEBUG : Logger.Level.INFO;
    var reason = taken.decision().reason();
    LOG.logf(level, "%s(%s) %s", taken.outcome(), reason, taken.fingerprint());
    return new @Nullable Object[] {
      at,
      taken.ruleId(),
      taken.fingerprint(),
      taken.outcome(),
      reason,
      signal.undecided(),
      signal.origin().event().id(),
      taken.alertId(),
      signal.handling()
    };
  }

  /** Newest first, before a number; of a fingerprint, of a rule, or of all for null. */
  List<DecisionView> before(
      long number, @Nullable String fingerprint, @Nullable String rule, int limit) {
    return sql.list(
        """
        select * from decision
        where id < ? and (?::text is null or fingerprint = ?) and (?::text is null or rule_id = ?)
        order by id desc limit ?
        """,
        row ->
            new DecisionView(
                row.getLong("id"),
                Columns.requiredInstant(row, "at"),
                row.getString("rule_id"),
                row.getString("fingerprint"),
                row.getString("outcome"),
                Reason.valueOf(row.getString("reason")),
                row.getString("detail"),
                row.getString("event_id"),
                row.getObject("alert_id", UUID.class)),
        number,
        fingerprint,
        fingerprint,
        rule,
        rule,
        limit);
  }

  @Scheduled(every = "6h", delayed = "10m")
  @ActivateRequestContext
  @Transactional
  void forgetOld() {
    clearance.actAsSystem();
    sql.update("delete from decision where at < ?", clock.instant().minus(KEPT));
  }
}
