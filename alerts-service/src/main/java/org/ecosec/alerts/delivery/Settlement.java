package org.ecosec.alerts.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import org.ecosec.alerts.delivery.Deliveries.Settled;
import org.ecosec.alerts.ledger.Ledger;
import org.ecosec.alerts.ledger.LedgerEntry;
import org.ecosec.alerts.subscription.WebhookConfig;
import org.ecosec.platform.security.Clearance;
import org.jspecify.annotations.Nullable;

/** Writes what became of many attempts: deliveries, endpoints and ledger, all or nothing. */
@ApplicationScoped
class Settlement {

  private final Deliveries deliveries;
  private final Endpoints endpoints;
  private final Notices notices;
  private final Ledger ledger;
  private final Clearance clearance;
  private final Duration slow;
  private final Duration limit;

  Settlement(
      Deliveries deliveries,
      Endpoints endpoints,
      Notices notices,
      Ledger ledger,
      Clearance clearance,
      WebhookConfig config) {
    this.deliveries = deliveries;
    this.endpoints = endpoints;
    this.notices = notices;
    this.ledger = ledger;
    this.clearance = clearance;
    this.slow = config.slowAfter();
    this.limit = config.disableAfter();
  }

  @ActivateRequestContext
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  void write(List<Settled> results) {
    clearance.actAsSystem();
    deliveries.settle(results);
    ledger.append(results.stream().map(Settlement::entry).toList());
    // A notice by mail says nothing about the webhook that it is about.
    var own = results.stream().filter(one -> one.delivery().kind() != DeliveryKind.NOTICE).toList();
    var failed = subscriptions(own, one -> one.attempt().outcome() != AttemptOutcome.ACCEPTED);
    if (!failed.isEmpty()) {
      endpoints.failed(failed);
    }
    answered(own, false);
    answered(own, true);
    var gone = subscriptions(own, one -> one.attempt().outcome() == AttemptOutcome.GONE);
    var disabled = new ArrayList<Endpoints.Disabled>();
    if (!gone.isEmpty()) {
      disabled.addAll(endpoints.disable(gone, "ENDPOINT_GONE"));
    }
    if (!failed.isEmpty()) {
      disabled.addAll(endpoints.disableFailing(failed, limit));
    }
    disabled.forEach(notices::disabled);
  }

  private void answered(List<Settled> results, boolean slowly) {
    var subscriptions =
        subscriptions(
            results,
            one ->
                one.attempt().outcome() == AttemptOutcome.ACCEPTED
                    && one.attempt().duration().compareTo(slow) > 0 == slowly);
    if (!subscriptions.isEmpty()) {
      endpoints.answered(subscriptions, slowly);
    }
  }

  private static Set<UUID> subscriptions(List<Settled> results, Predicate<Settled> which) {
    var ids = new TreeSet<UUID>();
    results.stream().filter(which).forEach(one -> ids.add(one.delivery().subscriptionId()));
    return ids;
  }

  private static LedgerEntry entry(Settled result) {
    var delivery = result.delivery();
    var attempt = result.attempt();
    var content = new TreeMap<String, @Nullable Object>();
    content.put("deliveryId", delivery.id());
    content.put("subscriptionId", delivery.subscriptionId());
    content.put("tells", delivery.kind());
    content.put("alertId", delivery.alertId());
    content.put("sequence", delivery.sequence());
    content.put("channel", delivery.channel());
    content.put("attempt", delivery.attempts() + 1);
    content.put("at", attempt.at());
    content.put("outcome", attempt.outcome());
    content.put("status", attempt.status());
    content.put("detail", attempt.detail());
    content.put("state", result.state());
    content.put("reason", result.reason());
    return new LedgerEntry("ATTEMPTED", delivery.handling(), content);
  }
}
