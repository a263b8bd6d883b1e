package org.ecosec.investment.project;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
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
      select project_id, currency,
             sum(amount) filter (where type = 'COMMITMENT') as committed,
             sum(amount) filter (where type in ('DISBURSEMENT', 'EQUITY')) as disbursed
      from money_month
      where project_id in (:projects) and not duplicate
        and type in ('COMMITMENT', 'DISBURSEMENT', 'EQUITY')
      group by project_id, currency order by project_id, currency
      """;

  private static final String HANDLINGS =
      """
      select project_id, handling from money_month where project_id in (:projects)
      union
      select project_id, handling from allocation
      where project_id in (:projects) and to_revision is null
      """;

  private final Session session;

  ProjectMoney(Session session) {
    this.session = session;
  }

  /** By project, in the order of currencies. */
  Map<String, List<Balance>> balances(Collection<String> projectIds) {
    return rows(BALANCES, projectIds)
        .collect(
            groupingBy(
                row -> row.get("project_id", String.class),
                mapping(
                    row ->
                        balance(
                            row.get("currency", String.class),
                            row.get("committed", BigDecimal.class),
                            row.get("disbursed", BigDecimal.class)),
                    toList())));
  }

  /** The handling levels of what the figures rest on, by project. */
  Map<String, List<HandlingLevel>> levels(Collection<String> projectIds) {
    return rows(HANDLINGS, projectIds)
        .collect(
            groupingBy(
                row -> row.get("project_id", String.class),
                mapping(
                    row -> HandlingLevel.valueOf(row.get("handling", String.class)), toList())));
  }

  private Stream<Tuple> rows(String sql, Collection<String> projectIds) {
    return session
        .createNativeQuery(sql, Tuple.class)
        .setParameterList("projects", projectIds)
        .getResultStream();
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
