package org.ecosec.alerts.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.ecosec.alerts.delivery.Deliveries.Settled;
import org.jboss.logging.Logger;

/**
 * Results on their way to the database: whatever has come meanwhile is written in one transaction,
 * so that a commit is waited for once and not for each. While the database is away they wait here;
 * if the process dies with them, their leases end and the same messages are sent again.
 */
@ApplicationScoped
class SettlementQueue {

  private static final Logger LOG = Logger.getLogger(SettlementQueue.class);
  private static final int MOST = 500;

  private final Settlement settlement;
  private final LinkedBlockingQueue<Settled> results = new LinkedBlockingQueue<>();

  SettlementQueue(Settlement settlement) {
    this.settlement = settlement;
  }

  void add(Settled result) {
    results.add(result);
  }

  boolean isEmpty() {
    return results.isEmpty();
  }

  /** Writes the next batch, if one comes in time, and hands on what was written. */
  void writeNext(Duration patience, Consumer<List<Settled>> written) throws InterruptedException {
    var first = results.poll(patience.toMillis(), TimeUnit.MILLISECONDS);
    if (first == null) {
      return;
    }
    var batch = new ArrayList<Settled>();
    batch.add(first);
    results.drainTo(batch, MOST - 1);
    // One order of locks for all replicas.
    batch.sort(Comparator.comparing(one -> one.delivery().id()));
    try {
      settlement.write(batch);
    } catch (RuntimeException failure) {
      LOG.warnf("%d results wait for the database after: %s", batch.size(), failure);
      results.addAll(batch);
      Thread.sleep(patience);
      return;
    }
    written.accept(batch);
  }
}
