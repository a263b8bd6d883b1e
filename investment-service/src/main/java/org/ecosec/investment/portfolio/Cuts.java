package org.ecosec.investment.portfolio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.ecosec.investment.portfolio.PortfolioView.Cut;
import org.ecosec.investment.rate.Money;
import org.hibernate.Session;
import org.hibernate.type.StandardBasicTypes;
import org.jspecify.annotations.Nullable;

/** Sums the money of projects by a facet, in the database; each event and each part once. */
@ApplicationScoped
class Cuts {

  private static final String KNOWN =
      """
      with recursive behind as (
        select a.project_id as id from allocation a
        where a.pledge_id = :pledge and known_at(a.from_revision, a.to_revision, :revision)
        union
        select p.id from behind join project p on p.parent_id = behind.id
        where known_at(p.from_revision, p.to_revision, :revision)),
      known as (
        select row_id, id, parent_id, sector, places from project
        where known_at(from_revision, to_revision, :revision)
          and (:pledge = '' or id in (select id from behind))),
      above as (
        select id as part, parent_id as whole from known where parent_id is not null
        union
        select above.part, known.parent_id from above join known on known.id = above.whole
        where known.parent_id is not null),
      """;

  private static final String NOW =
      """
      money as (
        select project_id, type = 'COMMITMENT' as signed, currency,
               cast(date_trunc('month', value_date) as date) as month,
               sum(amount) as amount, max(value_date) as last_on
        from money_day
        where type in ('COMMITMENT', 'DISBURSEMENT', 'EQUITY') and not duplicate
          and value_date <= :on
          and (:pledge = '' or project_id in (select id from behind))
        group by 1, 2, 3, 4),
      """;

  private static final String THEN =
      NOW.replace("from money_day", "from money_transaction")
          .replace(
              "not duplicate",
              "same_as is null and known_at(from_revision, to_revision, :revision)");

  private static final String VALUED =
      """
      covered as (
        select distinct above.whole as project_id, money.signed
        from money join above on above.part = money.project_id),
      valued as (
        select money.project_id, money.signed, money.month, money.last_on,
               case when money.currency = :currency then money.amount
                    else money.amount * target.rate / source.rate end as amount
        from money
        left join covered using (project_id, signed)
        left join rates source on source.currency = money.currency and source.month = money.month
        left join rates target on target.currency = :currency and target.month = money.month
        where covered.project_id is null)
      """;

  private static final String RATES =
      """
      rates as (
        select currency, month, lcu_per_usd as rate from exchange_rate
        where rate_set = :rates and known_at(from_revision, to_revision, :revision)
        union all
        select 'USD', month, 1 from (select distinct month from money) months),
      """;

  private static final String SUMS =
      """
      , keyed as (KEYS)
      select keyed.key, cast(count(distinct keyed.project_id) as integer) as projects,
             cast(count(distinct valued.project_id) as integer) as with_money,
             sum(valued.amount) filter (where valued.signed) as committed,
             sum(valued.amount) filter (where not valued.signed) as disbursed,
             cast(count(*) filter (where valued.signed and valued.amount is null) as integer)
               as unrated_signed,
             cast(count(*) filter (where not valued.signed and valued.amount is null) as integer)
               as unrated_paid,
             max(valued.last_on) as last_on
      from keyed left join valued on valued.project_id = keyed.project_id WITHIN
      group by keyed.key order by keyed.key nulls last
      """;

  private static final String NEWEST = "select coalesce(max(number), 0) from revision";

  private final Session session;

  Cuts(Session session) {
    this.session = session;
  }

  List<Cut> of(Question question) {
    if (isNewest(question.revision())) {
      var now = read(NOW, question);
      if (isNewest(question.revision())) {
        return now;
      }
    }
    return read(THEN, question);
  }

  private boolean isNewest(long revision) {
    return session.createNativeQuery(NEWEST, Long.class).getSingleResult() <= revision;
  }

  private List<Cut> read(String money, Question question) {
    var year =
        question.by() == Facet.YEAR
            ? "and cast(extract(year from valued.month) as text) = keyed.key"
            : "";
    var sql =
        KNOWN
            + money
            + RATES
            + VALUED
            + SUMS.replace("KEYS", question.by().keys()).replace("WITHIN", year);
    return session
        .createNativeQuery(sql, Tuple.class)
        .addScalar("key", StandardBasicTypes.STRING)
        .addScalar("projects", StandardBasicTypes.INTEGER)
        .addScalar("with_money", StandardBasicTypes.INTEGER)
        .addScalar("committed", StandardBasicTypes.BIG_DECIMAL)
        .addScalar("disbursed", StandardBasicTypes.BIG_DECIMAL)
        .addScalar("unrated_signed", StandardBasicTypes.INTEGER)
        .addScalar("unrated_paid", StandardBasicTypes.INTEGER)
        .addScalar("last_on", StandardBasicTypes.LOCAL_DATE)
        .setParameter("pledge", question.pledge() == null ? "" : question.pledge())
        .setParameter("revision", question.revision())
        .setParameter("on", question.on())
        .setParameter("currency", question.currency())
        .setParameter("rates", question.rateSet())
        .getResultStream()
        .map(row -> cut(row, question.currency()))
        .toList();
  }

  private static Cut cut(Tuple row, String currency) {
    int unratedSigned = row.get("unrated_signed", Integer.class);
    int unratedPaid = row.get("unrated_paid", Integer.class);
    var committed = unratedSigned > 0 ? null : row.get("committed", BigDecimal.class);
    var disbursed = unratedPaid > 0 ? null : row.get("disbursed", BigDecimal.class);
    return new Cut(
        row.get("key", String.class),
        row.get("projects", Integer.class),
        row.get("with_money", Integer.class),
        Money.rounded(committed, currency),
        Money.rounded(disbursed, currency),
        row.get("last_on", LocalDate.class),
        unratedSigned + unratedPaid,
        reason(committed, disbursed, unratedSigned + unratedPaid));
  }

  private static @Nullable String reason(
      @Nullable BigDecimal committed, @Nullable BigDecimal disbursed, int unrated) {
    if (unrated > 0) {
      return "NO_RATE";
    }
    return committed == null && disbursed == null ? "NO_SOURCE" : null;
  }

  /** What is asked of the portfolio. */
  record Question(
      Facet by,
      @Nullable String pledge,
      String currency,
      String rateSet,
      long revision,
      LocalDate on) {}
}
