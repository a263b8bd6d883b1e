package org.ecosec.investment.progress;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.transaction.Transactional;
import org.ecosec.investment.change.Changes;
import org.ecosec.platform.security.Clearance;

/**
 * The plan moves with time: every pledge is looked at again each hour, and told of where its
 * figures differ, which is once a day. Of several replicas the first one tells.
 */
@ApplicationScoped
public class DailyProgress {

  private final Changes changes;
  private final Clearance clearance;

  DailyProgress(Changes changes, Clearance clearance) {
    this.changes = changes;
    this.clearance = clearance;
  }

  @Scheduled(every = "${ecosec.investment.progress.every:1h}", delayed = "30s")
  @ActivateRequestContext
  @Transactional
  public void lookAgain() {
    clearance.actAsSystem();
    changes.write(
        false,
        change -> {
          change.touchEveryPledge();
          return change.revision();
        });
  }
}
