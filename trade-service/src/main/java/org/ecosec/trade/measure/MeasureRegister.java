package org.ecosec.trade.measure;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.ecosec.platform.audit.AuditLedger;
import org.ecosec.platform.outbox.Outbox;
import org.ecosec.platform.outbox.OutboxEvent;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.trade.measure.MeasureEvents.Change;
import org.ecosec.trade.reference.Economies;
import org.ecosec.trade.reference.Watchlist;

/** Registers and changes measures; a confirmed one puts its products on the watchlist. */
@ApplicationScoped
class MeasureRegister {

  private final Measures measures;
  private final ExposureUpdate exposures;
  private final Economies economies;
  private final Watchlist watchlist;
  private final Revisions revisions;
  private final Outbox outbox;
  private final AuditLedger audit;

  MeasureRegister(
      Measures measures,
      ExposureUpdate exposures,
      Economies economies,
      Watchlist watchlist,
      Revisions revisions,
      Outbox outbox,
      AuditLedger audit) {
    this.measures = measures;
    this.exposures = exposures;
    this.economies = economies;
    this.watchlist = watchlist;
    this.revisions = revisions;
    this.outbox = outbox;
    this.audit = audit;
  }

  /** A refusal comes before anything is written: a file's other entries are still taken. */
  @Transactional(value = TxType.MANDATORY, dontRollbackOn = Problem.class)
  void register(Measure measure, boolean backfill) {
    checkEconomies(measure);
    long revision = revisions.begin();
    if (measures.exists(measure.id())) {
      throw Problem.conflict(
          "measure-exists",
          "Measure " + measure.id() + " is registered; change it with PUT and If-Match.");
    }
    write(measure, Change.ANNOUNCED, revision, backfill);
  }

  @Transactional(TxType.MANDATORY)
  void change(Measure before, Measure after, boolean backfill) {
    checkEconomies(after);
    long revision = revisions.begin();
    measures.close(before.id(), revision);
    write(after, change(before, after), revision, backfill);
  }

  // Nobody has heard of a draft or a candidate: confirming it announces it.
  private static Change change(Measure before, Measure after) {
    if (before.status() != Measure.Status.CONFIRMED) {
      return Change.ANNOUNCED;
    }
    return before.lifted() == null && after.lifted() != null ? Change.LIFTED : Change.CHANGED;
  }

  private void write(Measure measure, Change change, long revision, boolean backfill) {
    measures.add(measure, revision);
    List<OutboxEvent> events = new ArrayList<>();
    if (measure.status() == Measure.Status.CONFIRMED) {
      measure
          .codes()
          .forEach(code -> watchlist.add(code.classification(), code.code(), measure.id()));
      events.add(MeasureEvents.of(measure, change, revision, backfill));
    }
    events.addAll(exposures.refresh(measure, revision, backfill).events());
    outbox.appendAll(events);
    audit.record(
        change.name(),
        "measures/" + measure.id(),
        Map.of("revision", revision, "status", measure.status(), "backfill", backfill));
    revisions.publish(revision);
  }

  private void checkEconomies(Measure measure) {
    if (measure.relaxes() != null && !measures.exists(measure.relaxes())) {
      throw Problem.unprocessable(
              "no-such-measure", "Register the measure that this one relaxes first.")
          .at("/relaxes", measure.relaxes() + " is not registered");
    }
    var named = new ArrayList<>(measure.targets().economies());
    named.add(measure.imposer());
    for (String code : named) {
      if (economies.find(code).isEmpty()) {
        throw Problem.unprocessable(
                "unknown-economy", "Economies are alpha-3 codes of /trade/v1/economies.")
            .at(
                code.equals(measure.imposer()) ? "/imposer" : "/targets/economies",
                code + " is not one");
      }
    }
  }
}
