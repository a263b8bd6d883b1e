package org.ecosec.alerts.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** Which subscriptions a caller may act on: an analyst their own, an operator any. */
@ApplicationScoped
public class SubscriptionAccess {

  /** A subscription that can be told. */
  public record Target(UUID id, ChannelType channel, HandlingLevel handling) {}

  private final SubscriptionChange change;

  SubscriptionAccess(SubscriptionChange change) {
    this.change = change;
  }

  /** The id, if it is the caller's; another's does not exist for the caller. */
  public UUID own(String id) {
    return change.own(id).id();
  }

  /** As above, refused while it is not told. */
  public Target active(String id) {
    var subscription = change.own(id);
    if (subscription.state() != SubscriptionState.ACTIVE) {
      throw Problem.conflict(
          "not-active",
          "The subscription is " + subscription.state() + "; enable it or wait for its consent.");
    }
    return new Target(subscription.id(), subscription.channel(), subscription.wishes().handling());
  }

  /** Null for those who see all. */
  public @Nullable UUID ownerFilter() {
    return change.ownerFilter();
  }
}
