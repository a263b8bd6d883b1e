package org.ecosec.alerts.signal;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.time.LocalDate;
import org.ecosec.platform.sql.Database;

/** Lets the calendar bring a thing up once a day, however many replicas look. */
@ApplicationScoped
public class OncePerDay {

  private static final int DAYS_KEPT = 30;

  private final Database sql;

  OncePerDay(Database sql) {
    this.sql = sql;
  }

  /** True for the first who asks on a day; a rollback gives the day back. */
  @Transactional(TxType.MANDATORY)
  public boolean isFirst(String topic, String key, LocalDate day) {
    return sql.update(
            "insert into daily_look (topic, record_key, day) values (?, ?, ?) on conflict do nothing",
            topic,
            key,
            day)
        == 1;
  }

  @Transactional(TxType.MANDATORY)
  void forgetBefore(LocalDate today) {
    sql.update("delete from daily_look where day < ?", today.minusDays(DAYS_KEPT));
  }
}
