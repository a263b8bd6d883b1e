package org.ecosec.investment.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Predicate;
import org.ecosec.platform.audit.AuditLedger;
import org.ecosec.platform.revision.Revisions;

/**
 * Writes a revision: the facts first, then what follows from them. The observers of {@link Change}
 * recompute figures and append events in the same transaction, over all rows, whatever the writer
 * may see.
 */
@ApplicationScoped
public class Changes {

  private final Revisions revisions;
  private final Event<Change> written;
  private final EntityManager entities;
  private final AuditLedger audit;

  Changes(Revisions revisions, Event<Change> written, EntityManager entities, AuditLedger audit) {
    this.revisions = revisions;
    this.written = written;
    this.entities = entities;
    this.audit = audit;
  }

  @Transactional(TxType.MANDATORY)
  public <T> T write(boolean backfill, Function<Change, T> act) {
    var change = new Change(revisions.begin(), backfill);
    T result = act.apply(change);
    publish(change);
    return result;
  }

  /** For a writer that may find nothing to change: an act that answers false leaves no revision. */
  @Transactional(TxType.MANDATORY)
  public void writeIfAny(boolean backfill, Predicate<Change> act) {
    var change = new Change(revisions.begin(), backfill);
    if (act.test(change)) {
      publish(change);
    }
  }

  // A file touches more than memory holds: what follows is worked out some hundreds at a time. All
  // is written by then, so no query has to look for unwritten changes of what was read before it.
  private void publish(Change change) {
    entities.flush();
    seeEverything();
    var before = entities.getFlushMode();
    entities.setFlushMode(FlushModeType.COMMIT);
    for (Change part : change.parts()) {
      written.fire(part);
      if (change.isLarge()) {
        entities.flush();
        entities.clear();
      }
    }
    entities.setFlushMode(before);
    record(change);
    revisions.publish(change.revision());
  }

  private void record(Change change) {
    var details = Map.of("revision", change.revision(), "backfill", change.backfill());
    change.acts().forEach(did -> audit.record(did.act(), did.subject(), details));
  }

  // Until the end of the transaction; the answer to the caller is made before.
  private void seeEverything() {
    entities
        .createNativeQuery(
            "select set_config('ecosec.clearance', 'RESTRICTED', true)", String.class)
        .getSingleResult();
  }
}
