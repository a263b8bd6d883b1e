package org.ecosec.investment.project;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.List;
import org.ecosec.investment.form.Handlings;
import org.ecosec.investment.project.ProjectChanged.Balance;
import org.ecosec.platform.security.HandlingLevel;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;

/** What is committed to a project and what has been paid, by currency. */
@ApplicationScoped
class ProjectMoney {

  // Expenditure is the implementer spending what was paid, guarantees are contingent, incoming
  // entries are the other side of outgoing ones: none of them is a new flow, nor is a second
  // report of the same event.
  private static final String BALANCES =
      """
      select currency,
             sum(amount) filter (where type = 'COMMITMENT') as committed,
             sum(amount) filter (where type in ('DISBURSEMENT', 'EQUITY')) as disbursed
      from money_day
      where project_id = :project and not duplicate
        and type in ('COMMITMENT', 'DISBURSEMENT', 'EQUITY')
      group by currency order by currency
      """;

  private static final String HANDLINGS =
      """
      select distinct handling from money_day where project_id = :project
      union select handling from allocation where project_id = :project and to_revision is null
      """;

  private final Session session;

  ProjectMoney(Session session) {
    this.session = session;
  }

  List<Balance> balances(String projectId) {
    List<Tuple> rows =
        session
            .createNativeQuery(BALANCES, Tuple.class)
            .setParameter("project", projectId)
            .getResultList();
    return rows.stream()
        .map(
            row ->
                balance(
                    row.get("currency", String.class),
                    row.get("committed", BigDecimal.class),
                    row.get("disbursed", BigDecimal.class)))
        .toList();
  }

  /** The strictest level among what the figures rest on. */
  HandlingLevel strictest(String projectId, HandlingLevel atLeast) {
    List<String> levels =
        session
            .createNativeQuery(HANDLINGS, String.class)
            .setParameter("project", projectId)
            .getResultList();
    return levels.stream().map(HandlingLevel::valueOf).reduce(atLeast, Handlings::stricter);
  }

  private static Balance balance(
      String currency, @Nullable BigDecimal committed, @Nullable BigDecimal disbursed) {
    if (committed == null) {
      return new Balance(currency, null, disbursed, null);
    }
    var paid = disbursed == null ? BigDecimal.ZERO : disbursed;
    return new Balance(currency, committed, disbursed, committed.subtract(paid));
  }
}
