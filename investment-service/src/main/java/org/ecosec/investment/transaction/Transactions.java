package org.ecosec.investment.transaction;

import jakarta.enterprise.context.ApplicationScoped;
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

  @Override
  protected Problem refusal(
      MoneyTransaction fact, String broken, ConstraintViolationException cause) {
    return fact.reverses == null
        ? super.refusal(fact, broken, cause)
        : Problem.conflict(
            "already-reversed", "Transaction " + fact.reverses + " has been reversed before.");
  }
}
