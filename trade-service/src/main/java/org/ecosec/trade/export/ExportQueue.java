package org.ecosec.trade.export;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.io.IOException;
import java.time.Clock;
import java.util.UUID;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.sql.Database;
import org.jboss.logging.Logger;

/**
 * Makes the files one after the other. A job that a crash left running is begun anew: a lock that
 * ends with its holder's connection tells whether somebody is still at it.
 */
@ApplicationScoped
class ExportQueue {

  private static final Logger LOG = Logger.getLogger(ExportQueue.class);
  private static final int MAX_SECONDS = 7_200;

  private final ThreadPoolExecutor worker =
      new ThreadPoolExecutor(
          1,
          1,
          0,
          TimeUnit.SECONDS,
          new LinkedBlockingQueue<>(),
          Thread.ofPlatform().name("export").factory());
  private final Database database;
  private final Exports exports;
  private final ExportRun run;
  private final ExportConfig config;
  private final Clock clock;

  ExportQueue(Database database, Exports exports, ExportRun run, ExportConfig config, Clock clock) {
    this.database = database;
    this.exports = exports;
    this.run = run;
    this.config = config;
    this.clock = clock;
  }

  void add(UUID id) {
    worker.execute(() -> make(id));
  }

  @Scheduled(
      every = "10s",
      delayed = "2s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void resume() {
    if (worker.getQueue().isEmpty()) {
      exports.waiting().forEach(this::add);
    }
  }

  @Scheduled(every = "10m", delayed = "1m")
  void expire() {
    var now = clock.instant();
    database.update(
        """
        delete from export_chunk c using export_job j
        where j.id = c.job_id and j.status in ('COMPLETED', 'FAILED') and j.expires_at < ?
        """,
        now);
    database.update(
        "update export_job set status = 'EXPIRED' where status = 'COMPLETED' and expires_at < ?",
        now);
    database.update("delete from export_job where expires_at < ?", now.minus(config.retention()));
  }

  void stop(@Observes ShutdownEvent event) {
    worker.shutdownNow();
  }

  // The lock is held by a transaction of its own, while the file is written in others.
  private void make(UUID id) {
    QuarkusTransaction.requiringNew()
        .timeout(MAX_SECONDS)
        .run(
            () -> {
              var locked =
                  database.first(
                      "select pg_try_advisory_xact_lock(hashtextextended('export ' || ?, 0))",
                      row -> row.getBoolean(1),
                      id.toString());
              if (locked.orElse(false)) {
                QuarkusTransaction.suspendingExisting().run(() -> makeLocked(id));
              }
            });
  }

  private void makeLocked(UUID id) {
    int claimed =
        database.update(
            """
            update export_job set status = 'RUNNING', attempts = attempts + 1, bytes = 0,
              rows_written = 0
            where id = ? and status in ('QUEUED', 'RUNNING')
            """,
            id);
    if (claimed == 0) {
      return;
    }
    database.update("delete from export_chunk where job_id = ?", id);
    try {
      run.write(exports.find(id).orElseThrow());
      database.update(
          "update export_job set status = 'COMPLETED', completed_at = ? where id = ?",
          clock.instant(),
          id);
    } catch (ExportRun.TooLarge tooLarge) {
      fail(id, 0, "The file would be over " + config.maxBytes() + " bytes; narrow the query.");
    } catch (Problem refused) {
      fail(id, 0, refused.detail());
    } catch (RuntimeException | IOException | ReflectiveOperationException failure) {
      LOG.errorf(failure, "Export %s failed", id);
      fail(id, config.maxAttempts(), "The export failed; the log has the cause.");
    }
  }

  // Tried again until it has been tried often enough.
  private void fail(UUID id, int attempts, String reason) {
    database.update("delete from export_chunk where job_id = ?", id);
    database.update(
        """
        update export_job set failure = ?, completed_at = ?,
          status = case when attempts >= ? then 'FAILED' else 'QUEUED' end
        where id = ?
        """,
        reason,
        clock.instant(),
        attempts,
        id);
  }
}
