package org.ecosec.investment.rate;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.hibernate.Session;
import org.hibernate.type.StandardBasicTypes;

/** Reads the rates of a set that some currencies need, as of a revision. */
@ApplicationScoped
public class RateTables {

  private static final String RATES =
      """
      select currency, month, lcu_per_usd from exchange_rate
      where rate_set = :set and currency in (:currencies) and month >= :since
        and known_at(from_revision, to_revision, :revision)
      """;

  private final Session session;

  RateTables(Session session) {
    this.session = session;
  }

  /** From January of the year of {@code since} on, so that annual averages are whole. */
  public RateTable of(String rateSet, Set<String> currencies, LocalDate since, long revision) {
    var table = new HashMap<String, Map<YearMonth, BigDecimal>>();
    session
        .createNativeQuery(RATES, Tuple.class)
        .addScalar("currency", StandardBasicTypes.STRING)
        .addScalar("month", StandardBasicTypes.LOCAL_DATE)
        .addScalar("lcu_per_usd", StandardBasicTypes.BIG_DECIMAL)
        .setParameter("set", rateSet)
        .setParameterList("currencies", currencies)
        .setParameter("since", since.withDayOfYear(1))
        .setParameter("revision", revision)
        .getResultStream()
        .forEach(
            row ->
                table
                    .computeIfAbsent(row.get("currency", String.class), any -> new HashMap<>())
                    .put(
                        YearMonth.from(row.get("month", LocalDate.class)),
                        row.get("lcu_per_usd", BigDecimal.class)));
    return new RateTable(rateSet, table);
  }
}
