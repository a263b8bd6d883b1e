package org.ecosec.trade.complexity;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import org.ecosec.platform.revision.Revisions;
import org.ecosec.trade.complexity.ComplexityRun.Basis;
import org.ecosec.trade.complexity.math.Complexity;
import org.ecosec.trade.complexity.math.Exports;
import org.ecosec.trade.complexity.math.Specialisation;
import org.jspecify.annotations.Nullable;

/** Solves one waiting year at a time from the observations as they are. */
@ApplicationScoped
class ComplexityUpdate {

  private final ComplexityConfig config;
  private final DueMatrices due;
  private final ExportMatrices matrices;
  private final ComplexityRuns runs;
  private final Revisions revisions;
  private final Clock clock;

  ComplexityUpdate(
      ComplexityConfig config,
      DueMatrices due,
      ExportMatrices matrices,
      ComplexityRuns runs,
      Revisions revisions,
      Clock clock) {
    this.config = config;
    this.due = due;
    this.matrices = matrices;
    this.runs = runs;
    this.revisions = revisions;
    this.clock = clock;
  }

  /** At most one a second, so that a large import does not keep the service from its readers. */
  @Scheduled(every = "1s", delayed = "2s", concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @Transactional
  void solveOne() {
    due.take(clock.instant().minus(config.settle())).ifPresent(this::solve);
  }

  private void solve(MatrixKey key) {
    long revision = revisions.begin();
    var basis = Basis.REPORTED;
    var exports = matrices.reported(key);
    var mirrored = matrices.mirrored(key);
    if (exports.economies() < config.minimumEconomies()
        && mirrored.economies() >= config.minimumEconomies()) {
      basis = Basis.MIRROR;
      exports = mirrored;
    }
    if (exports.isEmpty()) {
      return;
    }
    var excluded =
        exports.excluded(new Exports.Filter(config.minimumExportsUsd(), config.minimumProducts()));
    var sample = exports.without(excluded);
    var matrix = sample.specialisation();
    var coverage = coverage(mirrored, matrix);
    var found = isWorld(matrix, coverage) ? Complexity.of(matrix) : null;
    var run =
        new ComplexityRun(
            key,
            basis,
            found == null ? ComplexityRun.NO_WORLD_MATRIX : found.status().name(),
            matrix.economies().size(),
            matrix.products().size(),
            excluded,
            coverage,
            found == null || found.status() != Complexity.Status.COMPLETE
                ? null
                : found.secondEigenvalue(),
            matrix.shareNearOne());
    if (runs.replace(run, sample, matrix, found, revision)) {
      revisions.publish(revision);
    }
  }

  private boolean isWorld(Specialisation matrix, @Nullable Double coverage) {
    return matrix.economies().size() >= config.minimumEconomies()
        && matrix.products().size() >= config.minimumMatrixProducts()
        && (coverage == null || coverage >= config.minimumCoverage());
  }

  // Of what all importers say they buy, the share that the sample sells; unknown without importers.
  private static @Nullable Double coverage(Exports mirrored, Specialisation matrix) {
    if (mirrored.isEmpty()) {
      return null;
    }
    return mirrored.of(matrix.economies()).total() / mirrored.total();
  }
}
