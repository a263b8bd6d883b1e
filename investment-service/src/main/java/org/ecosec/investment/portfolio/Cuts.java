package org.ecosec.investment.portfolio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.ecosec.investment.pledge.Pledges;
import org.ecosec.investment.portfolio.PortfolioView.Cut;
import org.ecosec.investment.rate.Money;
import org.ecosec.platform.security.HandlingLevel;
import org.hibernate.Session;
import org.hibernate.type.StandardBasicTypes;
import org.jspecify.annotations.Nullable;

/** Sums the money of projects by a facet, in the database; each event and each part once. */
@ApplicationScoped
class Cuts {

  // Until the end of the transaction: an answer may be worked out for callers who ask later.
  private static final String CLEARANCE =
      "select set_config('ecosec.clearance', cast(:level as text), true)";

  private static final String NEWEST = "select coalesce(max(number), 0) from revision";

  private final Session session;
  private final Pledges pledges;
  private final Clock clock;

  Cuts(Session session, Pledges pledges, Clock clock) {
    this.session = session;
    this.pledges = pledges;
    this.clock = clock;
  }

  /** Refuses a pledge that the clearance does not show. */
  @Transactional
  List<Cut> of(Question question) {
    session
        .createNativeQuery(CLEARANCE, String.class)
        .setParameter("level", question.clearance().name())
        .getSingleResult();
    if (question.pledge() != null) {
      pledges.view(question.pledge(), question.revision());
    }
    if (isNewest(question.revision())) {
      boolean whole = !question.on().isBefore(LocalDate.now(clock));
      var now = read(whole ? CutQuery.NOW : CutQuery.UNTIL, question);
      if (isNewest(question.revision())) {
        return now;
      }
    }
    return read(CutQuery.THEN, question);
  }

  private boolean isNewest(long revision) {
    return session.createNativeQuery(NEWEST, Long.class).getSingleResult() <= revision;
  }

  private List<Cut> read(String money, Question question) {
    var query = session.createNativeQuery(CutQuery.of(money, question.by()), Tuple.class);
    if (money.contains(":on")) {
      query.setParameter("on", question.on());
    }
    return query
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
      LocalDate on,
      HandlingLevel clearance) {}
}
