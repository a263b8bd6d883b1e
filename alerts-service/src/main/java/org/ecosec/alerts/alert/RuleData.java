package org.ecosec.alerts.alert;

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
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import org.ecosec.alerts.rule.Rule;
import org.ecosec.alerts.rule.RuleConfig;
import org.ecosec.alerts.rule.Rules;
import org.ecosec.alerts.signal.Economies;
import org.ecosec.alerts.signal.Facts;
import org.ecosec.alerts.signal.Novelty;
import org.ecosec.alerts.signal.OncePerDay;
import org.ecosec.alerts.signal.Origin;
import org.ecosec.alerts.signal.Signal;
import org.ecosec.alerts.signal.SignalKind;
import org.ecosec.alerts.signal.Subject;
import org.ecosec.alerts.signal.Weight;
import org.ecosec.alerts.store.Columns;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.platform.security.Clearance;
import org.ecosec.platform.security.HandlingLevel;
import org.ecosec.platform.sql.Database;

/**
 * Watches that rules still get figures which they can decide on. A rule that never fires because
 * its data have stopped, or never came, looks like good news; this is how somebody finds out.
 */
@ApplicationScoped
public class RuleData {

  private static final Duration FINE_ENOUGH = Duration.ofMinutes(10);
  private static final String TOPIC = "rules";

  private final Rules rules;
  private final RuleConfig config;
  private final OncePerDay once;
  private final Event<Signal> signals;
  private final Revisions revisions;
  private final Clearance clearance;
  private final Database sql;
  private final Clock clock;
  private final Map<String, Instant> written = new ConcurrentHashMap<>();

  RuleData(
      Rules rules,
      RuleConfig config,
      OncePerDay once,
      Event<Signal> signals,
      Revisions revisions,
      Clearance clearance,
      Database sql,
      Clock clock) {
    this.rules = rules;
    this.config = config;
    this.once = once;
    this.signals = signals;
    this.revisions = revisions;
    this.clearance = clearance;
    this.sql = sql;
    this.clock = clock;
  }

  void heard(Rule rule, Instant at) {
    var last = written.get(rule.id());
    if (last == null || at.isAfter(last.plus(FINE_ENOUGH))) {
      sql.update(
          "insert into rule_heard as h (rule_id, heard_at) values (?, ?) on conflict (rule_id)"
              + " do update set heard_at = greatest(h.heard_at, excluded.heard_at)",
          rule.id(),
          at);
      written.put(rule.id(), at);
    }
  }

  @Scheduled(
      every = "{ecosec.daily-look.every}",
      delayed = "40s",
      concurrentExecution = ConcurrentExecution.SKIP)
  @ActivateRequestContext
  void look() {
    look(clock.instant());
  }

  /** Looks as at an instant, at each rule once a day. */
  @ActivateRequestContext
  public void look(Instant now) {
    clearance.actAsSystem();
    QuarkusTransaction.requiringNew().run(() -> lookAtAll(now));
  }

  private void lookAtAll(Instant now) {
    long revision = revisions.begin();
    var today = LocalDate.ofInstant(now, ZoneOffset.UTC);
    boolean any = false;
    for (var dated : rules.enabled()) {
      // The two kinds that the calendar itself brings up cannot go without data.
      boolean ofOthers =
          dated.rule().kind() != SignalKind.RULE && dated.rule().kind() != SignalKind.SILENCE;
      if (ofOthers && once.isFirst(TOPIC, dated.rule().id(), today)) {
        any = true;
        signals.fire(signal(dated, now));
      }
    }
    if (any) {
      revisions.publish(revision);
    }
  }

  private Signal signal(Rules.Dated dated, Instant now) {
    var rule = dated.rule();
    var heard = heardAt(rule.id());
    var expected = rule.draft().dataExpectedWithin();
    var patience = heard.isPresent() ? expected : shorter(expected, config.firstDataWithin());
    var silent = Duration.between(heard.orElse(dated.since()), now);
    boolean overdue = silent.compareTo(patience) > 0;
    return new Signal(
        SignalKind.RULE,
        Subject.ofThing(rule.id()),
        Facts.of(SignalKind.RULE)
            .text("ruleId", rule.id())
            .text("ruleKind", rule.kind().name())
            .text("expectedEvery", patience.toDays() + " days")
            .count("daysWithout", silent.toDays())
            .flag("overdue", overdue)
            .build(),
        Map.of("overdue", overdue),
        new Novelty(false, false, true, null, null),
        List.of(),
        List.of(),
        null,
        false,
        Weight.flat(0.5),
        HandlingLevel.PUBLIC,
        Economies.NONE,
        Origin.ofDay(
            TOPIC,
            rule.id(),
            JsonNodeFactory.instance.objectNode(),
            now,
            "/alerts/v1/decisions?rule=" + rule.id()));
  }

  private static Duration shorter(Duration one, Duration other) {
    return one.compareTo(other) < 0 ? one : other;
  }

  private Optional<Instant> heardAt(String ruleId) {
    return sql.first(
        "select heard_at from rule_heard where rule_id = ?",
        row -> Columns.requiredInstant(row, "heard_at"),
        ruleId);
  }
}
