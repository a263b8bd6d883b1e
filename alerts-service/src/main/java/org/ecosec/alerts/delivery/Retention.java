package org.ecosec.alerts.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.ecosec.platform.security.Clearance;
import org.ecosec.platform.sql.Database;
import org.jboss.logging.Logger;

/**
 * Deletes messages that were finished long ago, with their attempts, and the record of who was not
 * told; what is in the ledger says the same and stays. One replica at a time, a batch a
 * transaction, so that nobody waits for it.
 */
@ApplicationScoped
public class Retention {

  private static final Logger LOG = Logger.getLogger(Retention.class);
  private static final long LOCK = 0x01D5;

  private static final String MESSAGES =
      """
      with old as (
        select d.id from delivery d
        where d.id < ?::uuid and d.state <> 'PENDING' and d.finished_at < ?::timestamptz
          and not exists (
            select from alert a where a.id = d.alert_id and a.state in ('RAISED', 'ACKNOWLEDGED'))
        order by d.id limit ? for update skip locked),
      attempts as (delete from delivery_attempt a using old where a.delivery_id = old.id),
      items as (delete from digest_item i using old where i.delivery_id = old.id)
      delete from delivery d using old where d.id = old.id
      """;

  private static final String NOT_TOLD =
      """
      delete from not_told n using (
        select position, reason from not_told o
        where o.at < ?::timestamptz and not exists (
          select from alert a where a.id = o.alert_id and a.state in ('RAISED', 'ACKNOWLEDGED'))
        order by position limit ?) old
      where n.position = old.position and n.reason = old.reason
      """;

  private final RetentionConfig config;
  private final Database sql;
  private final Clearance clearance;
  private final Clock clock;

  Retention(RetentionConfig config, Database sql, Clearance clearance, Clock clock) {
    this.config = config;
    this.sql = sql;
    this.clearance = clearance;
    this.clock = clock;
  }

  @Scheduled(every = "1h", delayed = "15m", concurrentExecution = ConcurrentExecution.SKIP)
  @ActivateRequestContext
  void forgetOld() {
    forget(clock.instant());
  }

  /** Deletes what is too old at an instant, and says how many rows that were. */
  @ActivateRequestContext
  public long forget(Instant now) {
    clearance.actAsSystem();
    var before = now.minus(config.deliveries());
    long messages = all(MESSAGES, List.of(Audience.leastId(before), before));
    long silences = all(NOT_TOLD, List.of(before));
    if (messages + silences > 0) {
      LOG.infof(
          "%d messages and %d records of who was not told were older than %s",
          messages, silences, before);
    }
    return messages + silences;
  }

  private long all(String statement, List<Object> given) {
    long total = 0;
    int deleted = config.batch();
    while (deleted == config.batch()) {
      deleted = QuarkusTransaction.requiringNew().call(() -> batch(statement, given));
      total += deleted;
    }
    return total;
  }

  private int batch(String statement, List<Object> given) {
    if (sql.number("select case when pg_try_advisory_xact_lock(?) then 1 else 0 end", LOCK) == 0) {
      return 0;
    }
    var parameters = new ArrayList<Object>(given);
    parameters.add(config.batch());
    return sql.update(statement, parameters.toArray());
  }
}
