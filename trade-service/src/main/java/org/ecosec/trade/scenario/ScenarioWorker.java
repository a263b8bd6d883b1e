package org.ecosec.trade.scenario;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import io.quarkus.scheduler.Scheduled.ConcurrentExecution;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import org.ecosec.platform.problem.Problem;

/**
 * Works out the scenarios that wait, one at a time in each replica. A run is locked by its
 * transaction: if the process dies, another takes it up.
 */
@ApplicationScoped
class ScenarioWorker {

  private static final Duration TIMEOUT = Duration.ofMinutes(10);

  private final Scenarios scenarios;
  private final ScenarioRun run;
  private final Clock clock;

  ScenarioWorker(Scenarios scenarios, ScenarioRun run, Clock clock) {
    this.scenarios = scenarios;
    this.run = run;
    this.clock = clock;
  }

  @Scheduled(every = "1s", concurrentExecution = ConcurrentExecution.SKIP)
  void work() {
    boolean found = true;
    while (found) {
      found =
          QuarkusTransaction.requiringNew().timeout((int) TIMEOUT.toSeconds()).call(this::workOne);
    }
  }

  private boolean workOne() {
    var next = scenarios.nextToRun();
    next.ifPresent(
        scenario -> {
          try {
            var result = run.of(scenario.assumptions(), scenario.revision());
            scenarios.complete(scenario.id(), result, clock.instant());
          } catch (Problem refusal) {
            scenarios.fail(scenario.id(), refusal.detail(), clock.instant());
          }
        });
    return next.isPresent();
  }
}
