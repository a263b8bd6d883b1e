package org.ecosec.platform.outbox;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.atomic.AtomicLong;
import org.ecosec.platform.sql.Database;

/**
 * How far the outbox is behind: {@code ecosec_outbox_unsent} events, the oldest of them {@code
 * ecosec_outbox_oldest_seconds} old.
 */
@ApplicationScoped
class OutboxMetrics {

  private static final String BACKLOG =
      """
      select count(*), coalesce(ceil(extract(epoch from clock_timestamp() - min(occurred_at))), 0)
      from outbox where sent_at is null
      """;

  private final Database database;
  private final AtomicLong unsent;
  private final AtomicLong oldestSeconds;

  OutboxMetrics(Database database, MeterRegistry registry) {
    this.database = database;
    this.unsent = registry.gauge("ecosec.outbox.unsent", new AtomicLong());
    this.oldestSeconds = registry.gauge("ecosec.outbox.oldest.seconds", new AtomicLong());
  }

  @Scheduled(every = "10s")
  void measure() {
    database.each(
        BACKLOG,
        row -> {
          unsent.set(row.getLong(1));
          oldestSeconds.set(row.getLong(2));
        });
  }
}
