package org.ecosec.investment.portfolio;

import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import org.ecosec.platform.revision.Revisions;

/** Looks for a new revision every few seconds and has the portfolio ready for it. */
@ApplicationScoped
class PortfolioPreparation {

  private final Portfolio portfolio;
  private final Revisions revisions;
  private volatile long preparedFor;

  PortfolioPreparation(Portfolio portfolio, Revisions revisions) {
    this.portfolio = portfolio;
    this.revisions = revisions;
  }

  @Scheduled(
      every = "${ecosec.investment.portfolio.prepare-every:10s}",
      delayed = "30s",
      concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
  @ActivateRequestContext
  void prepare() {
    long newest = revisions.current();
    if (newest != preparedFor) {
      portfolio.prepare(newest);
      preparedFor = newest;
    }
  }
}
