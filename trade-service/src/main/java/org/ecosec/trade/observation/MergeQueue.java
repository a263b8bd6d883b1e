package org.ecosec.trade.observation;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.ecosec.platform.problem.Problem;
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
  private final ImportCancellation cancellation;
  private final ImportProgress progress;
  private final Staging staging;
  private final Database database;

  MergeQueue(
      ImportMerge merge,
      ImportCancellation cancellation,
      ImportProgress progress,
      Staging staging,
      Database database) {
    this.merge = merge;
    this.cancellation = cancellation;
    this.progress = progress;
    this.staging = staging;
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
    progress.forgetTheDead();
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
      staging.analyze();
      if (merge.merge(id)) {
        staging.clear();
      }
    } catch (Problem cancelled) {
      cancellation.settle(id);
      staging.clear();
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
      progress.forget(id);
    }
  }
}
