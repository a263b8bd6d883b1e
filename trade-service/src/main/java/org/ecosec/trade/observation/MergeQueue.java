package org.ecosec.trade.observation;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.ecosec.platform.sql.Database;
import org.jboss.logging.Logger;

/** Merges staged imports one after the other, and takes up again what a crash left waiting. */
@ApplicationScoped
class MergeQueue {

  private static final Logger LOG = Logger.getLogger(MergeQueue.class);
  private static final int MAX_ATTEMPTS = 5;

  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("import-merge").factory());
  private final ImportMerge merge;
  private final Database database;

  MergeQueue(ImportMerge merge, Database database) {
    this.merge = merge;
    this.database = database;
  }

  void add(UUID id) {
    worker.execute(() -> merge(id));
  }

  @Scheduled(
      every = "10s",
      delayed = "1s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void resume() {
    database
        .list(
            "select id from trade_import where status = 'RUNNING' order by received_at",
            row -> row.getObject(1, UUID.class))
        .forEach(this::add);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    worker.shutdown();
    worker.awaitTermination(30, TimeUnit.SECONDS);
  }

  // A failure is counted outside the merge's own transaction; after a few the import is given up.
  private void merge(UUID id) {
    try {
      merge.merge(id);
    } catch (RuntimeException failure) {
      LOG.errorf(failure, "Merging import %s failed", id);
      database.update(
          """
          update trade_import set attempts = attempts + 1,
            status = case when attempts + 1 >= ? then 'FAILED' else status end,
            failure = case when attempts + 1 >= ? then 'The merge failed; the log has the cause.' end
          where id = ? and status = 'RUNNING'
          """,
          MAX_ATTEMPTS,
          MAX_ATTEMPTS,
          id);
      database.update(
          """
          delete from staged_observation s using trade_import i
          where s.import_id = ? and i.id = s.import_id and i.status = 'FAILED'
          """,
          id);
    }
  }
}
