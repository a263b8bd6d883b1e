package org.ecosec.alerts.delivery;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.ecosec.alerts.alert.AlertHistory;
import org.ecosec.alerts.delivery.Deliveries.Leased;
import org.ecosec.alerts.subscription.Subscriptions;
import org.ecosec.alerts.subscription.WebhookConfig;
import org.ecosec.platform.security.Clearance;
import org.jboss.logging.Logger;

/** One attempt at one delivery: reads, calls without a transaction, writes what became of it. */
@ApplicationScoped
class Telling {

  private static final Logger LOG = Logger.getLogger(Telling.class);

  private final Deliveries deliveries;
  private final AlertHistory history;
  private final Subscriptions subscriptions;
  private final WebhookCall call;
  private final WebhookBody bodies;
  private final RetrySchedule schedule;
  private final Clearance clearance;
  private final Clock clock;

  Telling(
      Deliveries deliveries,
      AlertHistory history,
      Subscriptions subscriptions,
      WebhookCall call,
      WebhookBody bodies,
      WebhookConfig config,
      Clearance clearance,
      Clock clock) {
    this.deliveries = deliveries;
    this.history = history;
    this.subscriptions = subscriptions;
    this.call = call;
    this.bodies = bodies;
    this.schedule = new RetrySchedule(config.retryAfter());
    this.clearance = clearance;
    this.clock = clock;
  }

  @ActivateRequestContext
  void tell(Leased delivery) {
    clearance.actAsSystem();
    var endpoint = subscriptions.endpoint(delivery.subscriptionId());
    if (endpoint.isEmpty()) {
      write(() -> deliveries.finish(delivery, DeliveryState.GIVEN_UP, "SUBSCRIPTION_ENDED"));
      return;
    }
    var entry = history.at(delivery.position()).orElseThrow();
    var attempt = call.post(endpoint.get(), delivery.webhookId(), bodies.of(entry));
    LOG.debugf(
        "Delivery %s, attempt %d: %s", delivery.id(), delivery.attempts() + 1, attempt.outcome());
    write(() -> settle(delivery, attempt));
  }

  private void settle(Leased delivery, Attempt attempt) {
    deliveries.record(delivery, attempt);
    switch (attempt.outcome()) {
      case ACCEPTED -> deliveries.finish(delivery, DeliveryState.DELIVERED, null);
      case GONE -> {
        subscriptions.disable(delivery.subscriptionId(), "ENDPOINT_GONE");
        deliveries.giveUpAll(delivery.subscriptionId(), "ENDPOINT_GONE");
      }
      case REFUSED, NO_ANSWER, ADDRESS_REFUSED -> tryLater(delivery, attempt);
    }
  }

  private void tryLater(Leased delivery, Attempt attempt) {
    var chance = ThreadLocalRandom.current().nextDouble();
    schedule
        .next(delivery.attempts() + 1, clock.instant(), attempt.notBefore(), chance)
        .ifPresentOrElse(
            next -> deliveries.retry(delivery, next),
            () -> deliveries.finish(delivery, DeliveryState.GIVEN_UP, "SCHEDULE_EXHAUSTED"));
  }

  private static void write(Runnable change) {
    QuarkusTransaction.requiringNew().run(change);
  }
}
