package org.ecosec.investment.transaction;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.ecosec.investment.pledge.FinancierScope;
import org.ecosec.investment.rate.Money;
import org.ecosec.platform.security.HandlingLevel;
import org.hibernate.Session;
import org.hibernate.type.StandardBasicTypes;
import org.jspecify.annotations.Nullable;

/** Reads commitments with what was drawn on them, as of a revision. */
@ApplicationScoped
class Commitments {

  // A reversal names the commitment that its entry drew on; that of a commitment names it itself.
  private static final String DRAWN =
      """
      select c.id, c.project_id, c.value_date, c.financier_name, c.financier_scope, c.currency,
             c.amount, c.source, c.handling,
             c.amount + coalesce(sum(t.amount) filter (where t.type = 'COMMITMENT'), 0)
               as committed,
             sum(t.amount) filter (where t.type in ('DISBURSEMENT', 'EQUITY')) as disbursed,
             max(t.value_date) filter (where t.type in ('DISBURSEMENT', 'EQUITY')) as last_on
      from money_transaction c
      left join money_transaction t on (t.commitment_id = c.id or t.reverses = c.id)
        and t.same_as is null and known_at(t.from_revision, t.to_revision, :revision)
      where c.type = 'COMMITMENT' and c.amount > 0 and c.reverses is null
        and c.commitment_id is null and c.same_as is null and c.id > :after
        and (:project = '' or c.project_id = :project)
        and known_at(c.from_revision, c.to_revision, :revision)
      group by c.row_id order by c.id limit :limit
      """;

  private final Session session;

  Commitments(Session session) {
    this.session = session;
  }

  List<Commitment> page(long revision, @Nullable String project, String after, int limit) {
    return session
        .createNativeQuery(DRAWN, Tuple.class)
        .addScalar("id", StandardBasicTypes.STRING)
        .addScalar("project_id", StandardBasicTypes.STRING)
        .addScalar("value_date", StandardBasicTypes.LOCAL_DATE)
        .addScalar("financier_name", StandardBasicTypes.STRING)
        .addScalar("financier_scope", StandardBasicTypes.STRING)
        .addScalar("currency", StandardBasicTypes.STRING)
        .addScalar("amount", StandardBasicTypes.BIG_DECIMAL)
        .addScalar("source", StandardBasicTypes.STRING)
        .addScalar("handling", StandardBasicTypes.STRING)
        .addScalar("committed", StandardBasicTypes.BIG_DECIMAL)
        .addScalar("disbursed", StandardBasicTypes.BIG_DECIMAL)
        .addScalar("last_on", StandardBasicTypes.LOCAL_DATE)
        .setParameter("revision", revision)
        .setParameter("project", project == null ? "" : project)
        .setParameter("after", after)
        .setParameter("limit", limit)
        .getResultStream()
        .map(Commitments::commitment)
        .toList();
  }

  private static Commitment commitment(Tuple row) {
    var currency = row.get("currency", String.class);
    var committed = row.get("committed", BigDecimal.class);
    var disbursed = row.get("disbursed", BigDecimal.class);
    return new Commitment(
        row.get("id", String.class),
        row.get("project_id", String.class),
        row.get("value_date", LocalDate.class),
        row.get("financier_name", String.class),
        FinancierScope.valueOf(row.get("financier_scope", String.class)),
        currency,
        new Money(row.get("amount", BigDecimal.class), currency).amount(),
        new Money(committed, currency).amount(),
        disbursed == null ? null : new Money(disbursed, currency).amount(),
        new Money(committed.subtract(disbursed == null ? BigDecimal.ZERO : disbursed), currency)
            .amount(),
        row.get("last_on", LocalDate.class),
        row.get("source", String.class),
        HandlingLevel.valueOf(row.get("handling", String.class)));
  }
}
