package org.ecosec.investment.initiative;

import jakarta.enterprise.context.ApplicationScoped;
import org.ecosec.investment.change.Change;
import org.ecosec.investment.change.Changes;
import org.ecosec.investment.form.Fields;
import org.ecosec.investment.form.Handlings;
import org.ecosec.investment.form.Slug;
import org.ecosec.platform.http.Preconditions;
import org.ecosec.platform.outbox.Outbox;
import org.ecosec.platform.outbox.OutboxEvent;
import org.jspecify.annotations.Nullable;

/** Registers an initiative, changes what is said of it, and tells of it. */
@ApplicationScoped
class InitiativeRegistration {

  private final Initiatives initiatives;
  private final Changes changes;
  private final Preconditions preconditions;
  private final Handlings handlings;
  private final Outbox outbox;

  InitiativeRegistration(
      Initiatives initiatives,
      Changes changes,
      Preconditions preconditions,
      Handlings handlings,
      Outbox outbox) {
    this.initiatives = initiatives;
    this.changes = changes;
    this.preconditions = preconditions;
    this.handlings = handlings;
    this.outbox = outbox;
  }

  InitiativeView register(InitiativeTerms terms, boolean backfill) {
    handlings.check(terms.handling());
    var initiative = new Initiative(Slug.of(terms.id(), terms.title()), terms);
    return changes.write(backfill, change -> add(initiative, "CREATED", change));
  }

  InitiativeView change(
      String id, InitiativeTerms terms, @Nullable String ifMatch, boolean backfill) {
    Fields.sameId(id, terms.id());
    handlings.check(terms.handling());
    return changes.write(
        backfill,
        change -> {
          var before = initiatives.current(id).orElseThrow(() -> Initiatives.unknown(id));
          preconditions.check(ifMatch, InitiativeView.of(before));
          initiatives.close(before, change.revision());
          return add(new Initiative(id, terms), "CHANGED", change);
        });
  }

  private InitiativeView add(Initiative initiative, String act, Change change) {
    change.did(act, "initiatives/" + initiative.id());
    initiatives.add(initiative, change.revision());
    var view = InitiativeView.of(initiative);
    outbox.append(
        new OutboxEvent(
            InitiativeChanged.TOPIC, view.id(), InitiativeChanged.of(view, change.backfill())));
    return view;
  }
}
