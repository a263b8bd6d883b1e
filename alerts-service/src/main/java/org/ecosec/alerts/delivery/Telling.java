package org.ecosec.alerts.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.concurrent.ThreadLocalRandom;
import org.ecosec.alerts.delivery.Deliveries.Settled;
import org.ecosec.alerts.subscription.SubscriberSecrets;
import org.ecosec.alerts.subscription.WebhookConfig;

/** One attempt at one delivery, without a transaction, and what becomes of the delivery by it. */
@ApplicationScoped
class Telling {

  private final SubscriberSecrets secrets;
  private final WebhookCall webhooks;
  private final WebhookBody bodies;
  private final MailCall mails;
  private final RetrySchedule schedule;
  private final Clock clock;

  Telling(
      SubscriberSecrets secrets,
      WebhookCall webhooks,
      WebhookBody bodies,
      MailCall mails,
      WebhookConfig config,
      Clock clock) {
    this.secrets = secrets;
    this.webhooks = webhooks;
    this.bodies = bodies;
    this.mails = mails;
    this.schedule = new RetrySchedule(config.retryAfter());
    this.clock = clock;
  }

  Settled tell(Leased delivery) {
    var attempt = attempt(delivery);
    return switch (attempt.outcome()) {
      case ACCEPTED -> new Settled(delivery, attempt, DeliveryState.DELIVERED, null, null);
      case GONE -> new Settled(delivery, attempt, DeliveryState.GIVEN_UP, "ENDPOINT_GONE", null);
      case REFUSED, NO_ANSWER, ADDRESS_REFUSED -> later(delivery, attempt);
    };
  }

  private Attempt attempt(Leased delivery) {
    return switch (delivery.channel()) {
      case WEBHOOK ->
          webhooks.post(
              String.valueOf(delivery.url()),
              secrets.open(delivery.subscriptionId(), delivery.sealedSecrets()),
              delivery.webhookId(),
              bodies.of(delivery));
      case EMAIL -> mails.send(delivery);
    };
  }

  private Settled later(Leased delivery, Attempt attempt) {
    var chance = ThreadLocalRandom.current().nextDouble();
    return schedule
        .next(delivery.tries() + 1, clock.instant(), attempt.notBefore(), chance)
        .map(next -> new Settled(delivery, attempt, DeliveryState.PENDING, null, next))
        .orElseGet(
            () ->
                new Settled(delivery, attempt, DeliveryState.GIVEN_UP, "SCHEDULE_EXHAUSTED", null));
  }
}
