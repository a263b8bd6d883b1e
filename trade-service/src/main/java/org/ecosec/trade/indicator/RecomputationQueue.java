package org.ecosec.trade.indicator;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.ecosec.trade.observation.Flow;
import org.jboss.logging.Logger;

/** Works off a recomputation a few slices at a time, and takes up again what a crash left. */
@ApplicationScoped
class RecomputationQueue {

  private static final Logger LOG = Logger.getLogger(RecomputationQueue.class);

  private final ExecutorService worker =
      Executors.newSingleThreadExecutor(Thread.ofPlatform().name("recomputation").factory());
  private final AtomicBoolean busy = new AtomicBoolean();
  private final Recomputations runs;
  private final ConcentrationUpdate concentrations;
  private final ExportTotalUpdate exports;
  private final WorldExportUpdate worldExports;
  private volatile boolean stopping;

  RecomputationQueue(
      Recomputations runs,
      ConcentrationUpdate concentrations,
      ExportTotalUpdate exports,
      WorldExportUpdate worldExports) {
    this.runs = runs;
    this.concentrations = concentrations;
    this.exports = exports;
    this.worldExports = worldExports;
  }

  @Scheduled(
      every = "10s",
      delayed = "2s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  void resume() {
    runs.running().ifPresent(this::start);
  }

  void start(UUID id) {
    if (busy.compareAndSet(false, true)) {
      worker.execute(
          () -> {
            try {
              run(id);
            } finally {
              busy.set(false);
            }
          });
    }
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    stopping = true;
    worker.shutdown();
    worker.awaitTermination(30, TimeUnit.SECONDS);
  }

  private void run(UUID id) {
    try {
      for (var slices = runs.next(id); !slices.isEmpty() && !stopping; slices = runs.next(id)) {
        int changed = exports.recompute(ids(slices, Flow.EXPORT));
        changed += concentrations.recompute(ids(slices, Flow.IMPORT));
        runs.done(id, slices, changed);
      }
      if (!stopping) {
        runs.complete(id, worldExports.recompute());
      }
    } catch (RuntimeException failure) {
      LOG.errorf(failure, "Recomputation %s failed", id);
      runs.fail(id, "A slice could not be computed; the log has the cause.");
    }
  }

  private static List<Integer> ids(List<Recomputations.Slice> slices, Flow flow) {
    return slices.stream()
        .filter(slice -> slice.flow().equals(flow.name()))
        .map(Recomputations.Slice::id)
        .toList();
  }
}
