package org.ecosec.alerts.delivery;

import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.LockSupport;
import org.ecosec.alerts.subscription.Consents;
import org.ecosec.alerts.subscription.SubscriptionChanged;
import org.ecosec.alerts.subscription.WebhookConfig;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hands due deliveries to virtual threads, woken in process and by a poll. A lease in the database
 * keeps other replicas off; if this process dies, the lease ends and another goes on. Endpoints
 * that fail or dawdle have a lane of their own, so that they keep nobody else waiting.
 */
@ApplicationScoped
class Dispatcher {

  private static final Logger LOG = Logger.getLogger(Dispatcher.class);
  private static final Duration SELDOM = Duration.ofMillis(200);
  private static final Duration GATHER = Duration.ofMillis(8);

  private final WebhookConfig config;
  private final Leases leases;
  private final Telling telling;
  private final ConsentAsking asking;
  private final SettlementQueue settlements;
  private final Semaphore bell = new Semaphore(0);
  private final AtomicBoolean addressesChanged = new AtomicBoolean(true);
  private final Lane prompt;
  private final Lane suspect;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean running = true;
  private volatile boolean settling = true;
  private @Nullable Thread thread;
  private @Nullable Thread writer;

  private record Lane(boolean suspect, Semaphore places) {}

  Dispatcher(
      WebhookConfig config,
      Leases leases,
      Telling telling,
      ConsentAsking asking,
      SettlementQueue settlements) {
    this.config = config;
    this.leases = leases;
    this.telling = telling;
    this.asking = asking;
    this.settlements = settlements;
    this.prompt = new Lane(false, new Semaphore(config.concurrency()));
    this.suspect = new Lane(true, new Semaphore(Math.max(1, config.concurrency() / 2)));
  }

  void start(@Observes StartupEvent event) {
    thread = Thread.ofPlatform().name("delivery-dispatcher").daemon(true).start(this::run);
    writer = Thread.ofPlatform().name("delivery-settlement").daemon(true).start(this::settle);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    wake();
    join(thread);
    threads.shutdown();
    if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
      LOG.info("Deliveries under way are left to their leases");
    }
    settling = false;
    join(writer);
  }

  private static void join(@Nullable Thread ending) throws InterruptedException {
    if (ending != null) {
      ending.join(Duration.ofSeconds(5));
    }
  }

  void wake() {
    bell.release();
  }

  void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) SubscriptionChanged change) {
    addressesChanged.set(true);
    wake();
  }

  void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) Consents.Given given) {
    addressesChanged.set(true);
    wake();
  }

  private void run() {
    long seen = System.nanoTime() - config.poll().toNanos();
    while (running) {
      try {
        boolean more = dispatch(prompt);
        long looked = System.nanoTime();
        // Those who dawdle, and addresses that are to be asked, are not worth a look at each ring.
        boolean looks =
            addressesChanged.getAndSet(false) || System.nanoTime() - seen >= SELDOM.toNanos();
        if (looks) {
          seen = System.nanoTime();
          asking.start(threads);
          more |= dispatch(suspect);
        }
        var patience = looks || config.poll().compareTo(SELDOM) < 0 ? config.poll() : SELDOM;
        if (!more && bell.tryAcquire(patience.toMillis(), TimeUnit.MILLISECONDS)) {
          bell.drainPermits();
        }
        breathe(looked);
      } catch (InterruptedException stopped) {
        return;
      } catch (RuntimeException failure) {
        LOG.warnf("Deliveries are looked for again after: %s", failure);
        rest();
      }
    }
  }

  // Under load a look at every ring would be a look for each message; a short pause gathers some,
  // and costs nothing where the last look is longer ago.
  private static void breathe(long looked) {
    long left = looked + GATHER.toNanos() - System.nanoTime();
    if (left > 0) {
      LockSupport.parkNanos(left);
    }
  }

  /** True if there may be more at once. */
  private boolean dispatch(Lane lane) {
    int free = lane.places().availablePermits();
    if (free == 0) {
      return false;
    }
    var leased = leases.take(lane.suspect(), free);
    for (Leased delivery : leased) {
      lane.places().acquireUninterruptibly();
      threads.execute(() -> tell(delivery, lane));
    }
    return !leased.isEmpty();
  }

  // The place is free before the result is written, and the result wakes us once it is.
  private void tell(Leased delivery, Lane lane) {
    try {
      settlements.add(telling.tell(delivery));
    } catch (RuntimeException failure) {
      LOG.errorf(failure, "Delivery %s is left to its lease", delivery.id());
    } finally {
      lane.places().release();
    }
  }

  private void settle() {
    while (settling || !settlements.isEmpty()) {
      try {
        settlements.writeNext(config.poll(), this::written);
      } catch (InterruptedException stopped) {
        return;
      }
    }
  }

  private void written(List<Deliveries.Settled> results) {
    if (LOG.isDebugEnabled()) {
      LOG.debugf("%d attempts are settled", results.size());
    }
    wake();
  }

  private void rest() {
    try {
      Thread.sleep(config.poll());
    } catch (InterruptedException stopped) {
      running = false;
    }
  }
}
