package org.ecosec.investment.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.ecosec.investment.pledge.FinancierScope;
import org.ecosec.investment.pledge.PledgeView;
import org.ecosec.investment.transaction.TransactionType;
import org.ecosec.platform.security.HandlingLevel;
import org.hibernate.Session;
import org.hibernate.type.StandardBasicTypes;

/** Reads the transactions behind a pledge as of a revision, in the order of their value dates. */
@ApplicationScoped
class Entries {

  private static final String BEHIND_A_PLEDGE =
      """
      select t.id, t.type, t.financier_scope, t.value_date, t.amount, t.currency, t.handling,
             a.share, a.value_date as counts_from,
             case t.currency when 'USD' then 1 else source.lcu_per_usd end as per_usd,
             case when :pledged = 'USD' then 1 else pledged.lcu_per_usd end as pledged_per_usd
      from allocation a
      join money_transaction t on t.project_id = a.project_id
      left join exchange_rate source on source.rate_set = :rates and source.currency = t.currency
        and source.month = cast(date_trunc('month', t.value_date) as date)
        and known_at(source.from_revision, source.to_revision, :revision)
      left join exchange_rate pledged on pledged.rate_set = :rates and pledged.currency = :pledged
        and pledged.month = cast(date_trunc('month', t.value_date) as date)
        and known_at(pledged.from_revision, pledged.to_revision, :revision)
      where a.pledge_id = :pledge and t.value_date <= :on
        and known_at(a.from_revision, a.to_revision, :revision)
        and known_at(t.from_revision, t.to_revision, :revision)
      order by t.value_date, t.id
      """;

  private final Session session;
  private final ProgressConfig config;

  Entries(Session session, ProgressConfig config) {
    this.session = session;
    this.config = config;
  }

  List<Entry> behind(PledgeView pledge, long revision, LocalDate on) {
    return session
        .createNativeQuery(BEHIND_A_PLEDGE, Tuple.class)
        .addScalar("id", StandardBasicTypes.STRING)
        .addScalar("type", StandardBasicTypes.STRING)
        .addScalar("financier_scope", StandardBasicTypes.STRING)
        .addScalar("value_date", StandardBasicTypes.LOCAL_DATE)
        .addScalar("amount", StandardBasicTypes.BIG_DECIMAL)
        .addScalar("currency", StandardBasicTypes.STRING)
        .addScalar("handling", StandardBasicTypes.STRING)
        .addScalar("share", StandardBasicTypes.BIG_DECIMAL)
        .addScalar("counts_from", StandardBasicTypes.LOCAL_DATE)
        .addScalar("per_usd", StandardBasicTypes.BIG_DECIMAL)
        .addScalar("pledged_per_usd", StandardBasicTypes.BIG_DECIMAL)
        .setParameter("pledge", pledge.id())
        .setParameter("pledged", pledge.currency())
        .setParameter("rates", config.rateSet())
        .setParameter("revision", revision)
        .setParameter("on", on)
        .getResultStream()
        .map(Entries::entry)
        .toList();
  }

  private static Entry entry(Tuple row) {
    return new Entry(
        row.get("id", String.class),
        TransactionType.valueOf(row.get("type", String.class)),
        FinancierScope.valueOf(row.get("financier_scope", String.class)),
        row.get("value_date", LocalDate.class),
        row.get("amount", BigDecimal.class),
        row.get("currency", String.class),
        row.get("share", BigDecimal.class),
        row.get("counts_from", LocalDate.class),
        HandlingLevel.valueOf(row.get("handling", String.class)),
        row.get("per_usd", BigDecimal.class),
        row.get("pledged_per_usd", BigDecimal.class));
  }
}
