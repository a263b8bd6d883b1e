package org.ecosec.investment.progress;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import org.ecosec.investment.pledge.FinancierScope;
import org.ecosec.investment.pledge.PledgeView;
import org.ecosec.investment.transaction.TransactionType;
import org.ecosec.platform.security.HandlingLevel;
import org.hibernate.Session;
import org.hibernate.type.StandardBasicTypes;

/**
 * Reads what stands behind a pledge as of a revision, summed by the database: allocated projects
 * and their parts, by month. What stands now is summed by month and day already ({@code
 * money_month}, {@code money_day}); an older revision is summed from the ledger.
 */
@ApplicationScoped
class Entries {

  private static final String TREE =
      """
      with recursive tree as (
        select a.project_id as id, cast('{}' as text[]) as above, a.share,
               greatest(a.value_date, :countsFrom) as counts_from,
               a.pledging_side_on is not null or a.hosting_side_on is not null as confirmed
        from allocation a
        where a.pledge_id = :pledge and known_at(a.from_revision, a.to_revision, :revision)
        union all
        select p.id, tree.above || tree.id, tree.share, tree.counts_from, tree.confirmed
        from tree join project p on p.parent_id = tree.id
        where known_at(p.from_revision, p.to_revision, :revision) and p.same_as is null
          and cardinality(tree.above) <= 20),
      """;

  // A month is read whole, but day by day where the day asked for, or the day from which a project
  // counts, divides it. The offset keeps the days from being joined otherwise than by their index.
  private static final String NOW =
      """
      month as materialized (
        select tree.*, m.*, m.last_on > :on
                 or (m.first_on < tree.counts_from and m.last_on >= tree.counts_from) as divided
        from tree join money_month m on m.project_id = tree.id
        where m.first_on <= :on),
      money as (
        select id, above, share, counts_from, confirmed, first_on, last_on, type, currency,
               financier_scope, handling, duplicate, amount, entries
        from month where not divided
        union all
        select id, above, share, counts_from, confirmed, day.value_date, day.value_date, type,
               currency, financier_scope, handling, duplicate, day.amount, day.entries
        from month cross join lateral (
          select value_date, amount, entries from money_day
          where money_day.project_id = month.project_id
            and money_day.value_date between month.first_on and least(month.last_on, :on)
            and (money_day.type, money_day.currency, money_day.financier_scope,
                 money_day.handling, money_day.duplicate)
              = (month.type, month.currency, month.financier_scope, month.handling,
                 month.duplicate) offset 0) day
        where month.divided),
      """;

  private static final String THEN =
      """
      money as materialized (
        select tree.id, above, share, counts_from, confirmed, value_date as first_on,
               value_date as last_on, type, currency, financier_scope, handling,
               same_as is not null as duplicate, sum(amount) as amount, count(*) as entries
        from tree join money_transaction t on t.project_id = tree.id
        where value_date <= :on and known_at(t.from_revision, t.to_revision, :revision)
        group by 1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12),
      """;

  // A project whose parts report a ladder does not count on it itself: the parts do.
  private static final String BY_MONTH =
      """
      covered as (
        select distinct unnest(above) as project_id, type = 'COMMITMENT' as signed
        from money
        where cardinality(above) > 0 and type in ('COMMITMENT', 'DISBURSEMENT', 'EQUITY')
          and not duplicate)
      select money.type, money.financier_scope, money.currency, money.handling, money.duplicate,
             money.share, money.confirmed, covered.project_id is not null as covered,
             money.first_on < money.counts_from as too_early,
             cast(date_trunc('month', money.first_on) as date) as month,
             max(money.last_on) as last_on, sum(money.amount) as amount,
             cast(sum(money.entries) as integer) as entries
      from money left join covered on covered.project_id = money.id
        and money.type in ('COMMITMENT', 'DISBURSEMENT', 'EQUITY')
        and covered.signed = (money.type = 'COMMITMENT')
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
      order by month, money.type, money.currency, money.financier_scope, money.handling,
               money.share, money.confirmed, covered, too_early, money.duplicate
      """;

  private static final String NEWEST = "select coalesce(max(number), 0) from revision";

  private final Session session;

  Entries(Session session) {
    this.session = session;
  }

  List<Entry> behind(PledgeView pledge, long revision, LocalDate on) {
    if (isNewest(revision)) {
      var now = read(NOW, pledge, revision, on);
      // Another revision may have been published between the two statements.
      if (isNewest(revision)) {
        return now;
      }
    }
    return read(THEN, pledge, revision, on);
  }

  private boolean isNewest(long revision) {
    return session.createNativeQuery(NEWEST, Long.class).getSingleResult() <= revision;
  }

  private List<Entry> read(String money, PledgeView pledge, long revision, LocalDate on) {
    return session
        .createNativeQuery(TREE + money + BY_MONTH, Tuple.class)
        .addScalar("type", StandardBasicTypes.STRING)
        .addScalar("financier_scope", StandardBasicTypes.STRING)
        .addScalar("currency", StandardBasicTypes.STRING)
        .addScalar("handling", StandardBasicTypes.STRING)
        .addScalar("duplicate", StandardBasicTypes.BOOLEAN)
        .addScalar("share", StandardBasicTypes.BIG_DECIMAL)
        .addScalar("confirmed", StandardBasicTypes.BOOLEAN)
        .addScalar("covered", StandardBasicTypes.BOOLEAN)
        .addScalar("too_early", StandardBasicTypes.BOOLEAN)
        .addScalar("month", StandardBasicTypes.LOCAL_DATE)
        .addScalar("last_on", StandardBasicTypes.LOCAL_DATE)
        .addScalar("amount", StandardBasicTypes.BIG_DECIMAL)
        .addScalar("entries", StandardBasicTypes.INTEGER)
        .setParameter("pledge", pledge.id())
        .setParameter("countsFrom", pledge.countsFrom())
        .setParameter("revision", revision)
        .setParameter("on", on)
        .getResultStream()
        .map(Entries::entry)
        .toList();
  }

  private static Entry entry(Tuple row) {
    return new Entry(
        TransactionType.valueOf(row.get("type", String.class)),
        FinancierScope.valueOf(row.get("financier_scope", String.class)),
        YearMonth.from(row.get("month", LocalDate.class)),
        row.get("last_on", LocalDate.class),
        row.get("amount", BigDecimal.class),
        row.get("currency", String.class),
        row.get("share", BigDecimal.class),
        row.get("too_early", Boolean.class),
        row.get("duplicate", Boolean.class),
        row.get("covered", Boolean.class),
        row.get("confirmed", Boolean.class),
        HandlingLevel.valueOf(row.get("handling", String.class)),
        row.get("entries", Integer.class));
  }
}
