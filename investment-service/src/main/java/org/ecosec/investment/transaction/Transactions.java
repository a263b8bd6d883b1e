package org.ecosec.investment.transaction;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import org.ecosec.investment.change.Facts;
import org.ecosec.platform.problem.Problem;
import org.hibernate.exception.ConstraintViolationException;

@ApplicationScoped
class Transactions extends Facts<MoneyTransaction> {

  MoneyTransaction currentOrRefuse(String id) {
    return current(id).orElseThrow(() -> unknown(id));
  }

  static Problem unknown(String id) {
    return Problem.notFound(
        "no-such-transaction", "There is no transaction " + id + " that you may see.");
  }

  /** The report of an event that counts, if one is on record and not taken back. */
  Optional<MoneyTransaction> counted(String eventKey, TransactionType type) {
    return find(
            """
            eventKey = ?1 and type = ?2 and toRevision is null and sameAs is null
            and reverses is null and id not in (select back.reverses from MoneyTransaction back
              where back.reverses is not null and back.toRevision is null)
            """,
            eventKey,
            type)
        .firstResultOptional();
  }

  @Override
  protected Problem refusal(
      MoneyTransaction fact, String broken, ConstraintViolationException cause) {
    if (broken.contains("same_event_is_counted")) {
      return Problem.unprocessable(
              "not-the-same-event",
              "sameAs names the entry of the same type that counts: no reversal, and none that is"
                  + " itself the same as another.")
          .at("/sameAs", "names no such entry");
    }
    if (broken.contains("event_counts_once")) {
      return Problem.conflict(
          "event-counted", "Another entry counts for this event: name it in sameAs.");
    }
    return fact.reverses == null
        ? super.refusal(fact, broken, cause)
        : Problem.conflict(
            "already-reversed", "Transaction " + fact.reverses + " has been reversed before.");
  }
}
