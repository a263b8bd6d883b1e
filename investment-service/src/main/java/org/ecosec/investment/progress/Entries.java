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
        select a.project_id as id, cast('{}' as text[]) as above, a.share, a.value_date,
               a.pledging_side_on is not null or a.hosting_side_on is not null as confirmed
        from allocation a
        where a.pledge_id = :pledge and known_at(a.from_revision, a.to_revision, :revision)
        union all
        select p.id, tree.above || tree.id, tree.share, tree.value_date, tree.confirmed
        from tree join project p on p.parent_id = tree.id
        where known_at(p.from_revision, p.to_revision, :revision)
          and cardinality(tree.above) <= 20),
      """;

  // A month is read whole, but day by day where the day asked for, or the day from which a project
  // counts, divides it.
  private static final String NOW =
      """
      month as (
        select m.*, m.last_on > :on or exists (
                 select from tree where tree.id = m.project_id
                   and m.first_on < greatest(tree.value_date, :countsFrom)
                   and m.last_on >= greatest(tree.value_date, :countsFrom)) as divided
        from money_month m
        where m.project_id in (select id from tree) and m.first_on <= :on),
      money as (
        select project_id, first_on, last_on, type, currency, financier_scope, handling, duplicate,
               amount, entries
        from month where not divided
        union all
        select day.project_id, day.value_date, day.value_date, day.type, day.currency,
               day.financier_scope, day.handling, day.duplicate, day.amount, day.entries
        from month join money_day day
          on (day.project_id, day.type, day.currency, day.financier_scope, day.handling,
              day.duplicate) = (month.project_id, month.type, month.currency,
              month.financier_scope, month.handling, month.duplicate)
          and day.value_date between month.first_on and least(month.last_on, :on)
        where month.divided),
      """;

  private static final String THEN =
      """
      money as (
        select project_id, value_date as first_on, value_date as last_on, type, currency,
               financier_scope, handling, same_as is not null as duplicate,
               sum(amount) as amount, count(*) as entries
        from money_transaction
        where project_id in (select id from tree) and value_date <= :on
          and known_at(from_revision, to_revision, :revision)
        group by 1, 2, 4, 5, 6, 7, 8),
      """;

  // A project whose parts report a ladder does not count on it itself: the parts do.
  private static final String BY_MONTH =
      """
      covered as (
        select distinct unnest(tree.above) as project_id, money.type = 'COMMITMENT' as signed
        from money join tree on tree.id = money.project_id
        where money.type in ('COMMITMENT', 'DISBURSEMENT', 'EQUITY') and not money.duplicate)
      select money.type, money.financier_scope, money.currency, money.handling, money.duplicate,
             tree.share, tree.confirmed, covered.project_id is not null as covered,
             money.first_on < greatest(tree.value_date, :countsFrom) as too_early,
             cast(date_trunc('month', money.first_on) as date) as month,
             max(money.last_on) as last_on, sum(money.amount) as amount,
             cast(sum(money.entries) as integer) as entries
      from tree join money on money.project_id = tree.id
      left join covered on covered.project_id = tree.id
        and money.type in ('COMMITMENT', 'DISBURSEMENT', 'EQUITY')
        and covered.signed = (money.type = 'COMMITMENT')
      group by 1, 2, 3, 4, 5, 6, 7, 8, 9, 10
      order by month, money.type, money.currency, money.financier_scope, money.handling,
               tree.share, tree.confirmed, covered, too_early, money.duplicate
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
