package org.ecosec.investment.progress;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.time.LocalDate;
import org.ecosec.investment.change.Changes;
import org.ecosec.platform.security.Clearance;
import org.jspecify.annotations.Nullable;

/**
 * The plan moves with time: once a day every pledge is looked at again, and told of where its
 * figures differ. The hourly look finds a new day soon after midnight and after a restart; of
 * several replicas the first one tells.
 */
@ApplicationScoped
public class DailyProgress {

  private final Changes changes;
  private final Clearance clearance;
  private final Clock clock;
  private volatile @Nullable LocalDate lookedOn;

  DailyProgress(Changes changes, Clearance clearance, Clock clock) {
    this.changes = changes;
    this.clearance = clearance;
    this.clock = clock;
  }

  @Scheduled(
      every = "${ecosec.investment.progress.every:1h}",
      delayed = "30s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @ActivateRequestContext
  public void lookAgain() {
    var today = LocalDate.now(clock);
    if (today.equals(lookedOn)) {
      return;
    }
    clearance.actAsSystem();
    QuarkusTransaction.requiringNew()
        .run(
            () ->
                changes.write(
                    false,
                    change -> {
                      change.touchEveryPledge();
                      return change.revision();
                    }));
    lookedOn = today;
  }
}
