package org.ecosec.investment.target;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.LocalDate;
import org.ecosec.investment.change.Change;
import org.ecosec.investment.change.Changes;
import org.ecosec.investment.form.Fields;
import org.ecosec.investment.form.Handlings;
import org.ecosec.investment.form.Slug;
import org.ecosec.investment.progress.ProgressConfig;
import org.ecosec.platform.http.Preconditions;
import org.ecosec.platform.outbox.Outbox;
import org.ecosec.platform.outbox.OutboxEvent;
import org.jspecify.annotations.Nullable;

/** Registers a target, changes it, and tells of it in the same transaction. */
@ApplicationScoped
class TargetRegistration {

  private final Targets targets;
  private final Changes changes;
  private final Preconditions preconditions;
  private final Handlings handlings;
  private final Outbox outbox;
  private final ProgressConfig config;
  private final Clock clock;

  TargetRegistration(
      Targets targets,
      Changes changes,
      Preconditions preconditions,
      Handlings handlings,
      Outbox outbox,
      ProgressConfig config,
      Clock clock) {
    this.targets = targets;
    this.changes = changes;
    this.preconditions = preconditions;
    this.handlings = handlings;
    this.outbox = outbox;
    this.config = config;
    this.clock = clock;
  }

  TargetView register(TargetTerms terms, boolean backfill) {
    handlings.check(terms.handling());
    var target = new Target(Slug.of(terms.id(), terms.title()), terms);
    return changes.write(backfill, change -> add(target, "CREATED", change));
  }

  TargetView change(String id, TargetTerms terms, @Nullable String ifMatch, boolean backfill) {
    Fields.sameId(id, terms.id());
    handlings.check(terms.handling());
    return changes.write(
        backfill,
        change -> {
          var before = targets.current(id).orElseThrow(() -> Targets.unknown(id));
          preconditions.check(ifMatch, view(before, LocalDate.now(clock)));
          targets.close(before, change.revision());
          return add(new Target(id, terms), "CHANGED", change);
        });
  }

  TargetView view(Target target, LocalDate on) {
    return TargetView.of(target, TargetStatus.of(target, on, config.thresholds()));
  }

  private TargetView add(Target target, String act, Change change) {
    change.did(act, "targets/" + target.id());
    refuseOutsideItsWhole(target);
    targets.add(target, change.revision());
    var view = view(target, LocalDate.now(clock));
    outbox.append(
        new OutboxEvent(TargetChanged.TOPIC, view.id(), TargetChanged.of(view, change.backfill())));
    return view;
  }

  private void refuseOutsideItsWhole(Target part) {
    if (part.partOf == null) {
      return;
    }
    var whole = targets.current(part.partOf);
    new Fields("bad-part", "A target can be part of another one that holds it; see errors.")
        .check("/partOf", whole.isPresent(), "names no target that you may see")
        .check(
            "/partOf",
            whole.map(known -> known.partOf == null).orElse(true),
            "names a target that is part of another one itself")
        .check(
            "/unit",
            whole.map(known -> known.unit.equals(part.unit)).orElse(true),
            "differs from the unit of the whole")
        .check(
            "/target",
            whole.map(known -> known.target.compareTo(part.target) >= 0).orElse(true),
            "is more than the whole")
        .refuse();
  }
}
