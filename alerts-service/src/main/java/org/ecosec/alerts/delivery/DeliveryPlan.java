package org.ecosec.alerts.delivery;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import org.ecosec.alerts.alert.AlertChanged;
import org.ecosec.alerts.subscription.Subscriptions;

/** Settles who is told of an alert event, and who is not and why, in the event's transaction. */
@ApplicationScoped
class DeliveryPlan {

  private final Subscriptions subscriptions;
  private final Deliveries deliveries;
  private final Dispatcher dispatcher;

  DeliveryPlan(Subscriptions subscriptions, Deliveries deliveries, Dispatcher dispatcher) {
    this.subscriptions = subscriptions;
    this.deliveries = deliveries;
    this.dispatcher = dispatcher;
  }

  void plan(@Observes AlertChanged change) {
    var addressees = subscriptions.addressees(change);
    if (!addressees.isEmpty()) {
      deliveries.add(change, addressees);
    }
  }

  void wake(@Observes(during = TransactionPhase.AFTER_SUCCESS) AlertChanged change) {
    dispatcher.wake();
  }
}
