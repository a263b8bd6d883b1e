package org.ecosec.investment.change;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.function.Function;
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

  Changes(Revisions revisions, Event<Change> written, EntityManager entities) {
    this.revisions = revisions;
    this.written = written;
    this.entities = entities;
  }

  @Transactional(TxType.MANDATORY)
  public <T> T write(boolean backfill, Function<Change, T> act) {
    var change = new Change(revisions.begin(), backfill);
    T result = act.apply(change);
    entities.flush();
    seeEverything();
    written.fire(change);
    revisions.publish(change.revision());
    return result;
  }

  // Until the end of the transaction; the answer to the caller is made before.
  private void seeEverything() {
    entities
        .createNativeQuery(
            "select set_config('ecosec.clearance', 'RESTRICTED', true)", String.class)
        .getSingleResult();
  }
}
