package org.ecosec.investment.imports;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.ecosec.platform.security.Clearance;
import org.ecosec.platform.sql.Database;

/** Merges staged imports one after the other, and takes up again what a crash left waiting. */
@ApplicationScoped
class MergeQueue {

  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("import-merge").factory());
  private final MergeAttempt attempt;
  private final Database database;
  private final Clearance clearance;

  MergeQueue(MergeAttempt attempt, Database database, Clearance clearance) {
    this.attempt = attempt;
    this.database = database;
    this.clearance = clearance;
  }

  void add(UUID id) {
    worker.execute(() -> attempt.merge(id));
  }

  @Scheduled(
      every = "10s",
      delayed = "1s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @ActivateRequestContext
  void resume() {
    clearance.actAsSystem();
    database
        .list(
            "select id from investment_import where status = 'RUNNING' order by received_at",
            row -> row.getObject(1, UUID.class))
        .forEach(this::add);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    worker.shutdown();
    worker.awaitTermination(30, TimeUnit.SECONDS);
  }
}
