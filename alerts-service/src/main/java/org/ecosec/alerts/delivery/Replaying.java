package org.ecosec.alerts.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.ecosec.alerts.ledger.Ledger;
import org.ecosec.alerts.ledger.LedgerEntry;
import org.ecosec.alerts.subscription.SubscriptionAccess;
import org.ecosec.alerts.subscription.SubscriptionChanged;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Sends again, or for a try, what the caller may ask to be sent. */
@ApplicationScoped
class Replaying {

  private static final String TRIAL =
      "{\"text\":\"This is a test: your endpoint can be told of alerts.\"}";

  private final Replays replays;
  private final Deliveries deliveries;
  private final SubscriptionAccess access;
  private final Ledger ledger;
  private final Event<SubscriptionChanged> changes;

  Replaying(
      Replays replays,
      Deliveries deliveries,
      SubscriptionAccess access,
      Ledger ledger,
      Event<SubscriptionChanged> changes) {
    this.replays = replays;
    this.deliveries = deliveries;
    this.access = access;
    this.ledger = ledger;
    this.changes = changes;
  }

  @Transactional
  DeliveryResource.ReplayView replay(ReplayDraft draft) {
    var target = access.active(draft.subscriptionId().toString());
    int replayed = replayed(draft, target.id(), draft.deliveryId());
    if (replayed == 0 && draft.deliveryId() != null) {
      throw Problem.notFound(
          "no-such-delivery",
          "There is no finished delivery " + draft.deliveryId() + " of that subscription.");
    }
    ledger.append(
        LedgerEntry.of("REPLAYED", target.handling(), target.id())
            .with(Map.of("deliveries", replayed)));
    changes.fire(new SubscriptionChanged(target.id(), false));
    return new DeliveryResource.ReplayView(target.id(), replayed);
  }

  private int replayed(ReplayDraft draft, UUID subscription, @Nullable UUID delivery) {
    if (delivery != null) {
      return replays.one(subscription, delivery);
    }
    return draft.missingSince() != null
        ? replays.missing(subscription, draft.missingSince())
        : replays.range(
            subscription, Objects.requireNonNull(draft.from()), Objects.requireNonNull(draft.to()));
  }

  /** Answers the id of the delivery. */
  @Transactional
  UUID trial(String subscription) {
    var target = access.active(subscription);
    var id =
        deliveries.add(
            target.id(), DeliveryKind.TEST, target.channel().name(), TRIAL, target.handling());
    changes.fire(new SubscriptionChanged(target.id(), false));
    return id;
  }
}
