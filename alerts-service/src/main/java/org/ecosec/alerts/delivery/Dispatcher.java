package org.ecosec.alerts.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.ecosec.alerts.delivery.Deliveries.Leased;
import org.ecosec.alerts.subscription.WebhookConfig;
import org.ecosec.platform.security.Clearance;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Hands due deliveries to virtual threads, woken in process and by a poll. A lease in the database
 * keeps other replicas off; if this process dies, the lease ends and another goes on.
 */
@ApplicationScoped
class Dispatcher {

  private static final Logger LOG = Logger.getLogger(Dispatcher.class);
  private static final Duration BEYOND_TIMEOUT = Duration.ofSeconds(30);

  private final WebhookConfig config;
  private final Leasing leasing;
  private final Telling telling;
  private final Semaphore bell = new Semaphore(0);
  private final Semaphore places;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private volatile boolean running = true;
  private @Nullable Thread thread;

  Dispatcher(WebhookConfig config, Leasing leasing, Telling telling) {
    this.config = config;
    this.leasing = leasing;
    this.telling = telling;
    this.places = new Semaphore(config.concurrency());
  }

  /** Leases in a transaction of its own, as the system. */
  @ApplicationScoped
  static class Leasing {

    private final Deliveries deliveries;
    private final Clearance clearance;
    private final WebhookConfig config;

    Leasing(Deliveries deliveries, Clearance clearance, WebhookConfig config) {
      this.deliveries = deliveries;
      this.clearance = clearance;
      this.config = config;
    }

    @ActivateRequestContext
    List<Leased> take(int places) {
      clearance.actAsSystem();
      return QuarkusTransaction.requiringNew()
          .call(
              () ->
                  deliveries.lease(
                      places,
                      config.concurrencyPerSubscriber(),
                      config.timeout().plus(BEYOND_TIMEOUT)));
    }
  }

  void start(@Observes StartupEvent event) {
    thread = Thread.ofPlatform().name("webhook-dispatcher").daemon(true).start(this::run);
  }

  void stop(@Observes ShutdownEvent event) throws InterruptedException {
    running = false;
    wake();
    if (thread != null) {
      thread.join(Duration.ofSeconds(5));
    }
    threads.shutdown();
    if (!threads.awaitTermination(5, TimeUnit.SECONDS)) {
      LOG.info("Deliveries under way are left to their leases");
    }
  }

  void wake() {
    bell.release();
  }

  private void run() {
    while (running) {
      try {
        if (!dispatch() && bell.tryAcquire(config.poll().toMillis(), TimeUnit.MILLISECONDS)) {
          bell.drainPermits();
        }
      } catch (InterruptedException stopped) {
        return;
      } catch (RuntimeException failure) {
        LOG.warnf("Deliveries are looked for again after: %s", failure);
        pause();
      }
    }
  }

  /** True if there may be more at once. */
  private boolean dispatch() {
    int free = places.availablePermits();
    if (free == 0) {
      return false;
    }
    var leased = leasing.take(free);
    for (Leased delivery : leased) {
      places.acquireUninterruptibly();
      threads.execute(() -> tell(delivery));
    }
    return !leased.isEmpty();
  }

  private void tell(Leased delivery) {
    try {
      telling.tell(delivery);
    } catch (RuntimeException failure) {
      LOG.warnf("Delivery %s is left to its lease after: %s", delivery.id(), failure);
    } finally {
      places.release();
      wake();
    }
  }

  private void pause() {
    try {
      Thread.sleep(config.poll());
    } catch (InterruptedException stopped) {
      running = false;
    }
  }
}
