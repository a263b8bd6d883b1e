package org.ecosec.alerts.subscription;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.Optional;
import java.util.UUID;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.security.Clearance;
import org.ecosec.platform.security.HandlingLevel;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

/** Adds, changes and ends subscriptions: an analyst's own, an operator's any. */
@ApplicationScoped
class SubscriptionChange {

  private static final int SECRET_BYTES = 32;

  private final Subscriptions subscriptions;
  private final AddressPolicy addresses;
  private final Clearance clearance;
  private final SecurityIdentity identity;
  private final Clock clock;
  private final SecureRandom random = new SecureRandom();

  SubscriptionChange(
      Subscriptions subscriptions,
      AddressPolicy addresses,
      Clearance clearance,
      SecurityIdentity identity,
      Clock clock) {
    this.subscriptions = subscriptions;
    this.addresses = addresses;
    this.clearance = clearance;
    this.identity = identity;
    this.clock = clock;
  }

  @Transactional
  CreatedSubscription add(SubscriptionDraft draft) {
    var url = checkedUrl(draft);
    var at = clock.instant();
    var address = new Subscription.Address(draft.label(), url, newSecret());
    var subscription =
        new Subscription(
            subscriptions.newId(),
            caller(),
            draft.filter(),
            checkedHandling(draft),
            draft.channel().type(),
            SubscriptionState.ACTIVE,
            null,
            at,
            at,
            address);
    subscriptions.insert(subscription, address);
    return new CreatedSubscription(SubscriptionView.of(subscription), address.secret());
  }

  /** A changed address is checked as a new one is; changing also enables what was disabled. */
  @Transactional
  SubscriptionView change(UUID id, SubscriptionDraft draft) {
    var url = checkedUrl(draft);
    var current = own(id.toString());
    var secret = current.address() == null ? newSecret() : current.address().secret();
    var address = new Subscription.Address(draft.label(), url, secret);
    var changed =
        new Subscription(
            id,
            current.owner(),
            draft.filter(),
            checkedHandling(draft),
            current.channel(),
            SubscriptionState.ACTIVE,
            null,
            current.createdAt(),
            clock.instant(),
            address);
    subscriptions.update(changed, address);
    return SubscriptionView.of(changed);
  }

  /** Another's subscription does not exist for the caller. */
  Subscription own(String text) {
    return id(text)
        .flatMap(subscriptions::find)
        .filter(subscription -> seesAll() || subscription.owner().equals(caller()))
        .orElseThrow(
            () ->
                Problem.notFound("no-such-subscription", "There is no subscription " + text + "."));
  }

  @Nullable String ownerFilter() {
    return seesAll() ? null : caller();
  }

  private boolean seesAll() {
    return identity.hasRole(Roles.OPERATOR);
  }

  private String caller() {
    return identity.getPrincipal().getName();
  }

  private static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private String checkedUrl(SubscriptionDraft draft) {
    var url = draft.channel().url();
    try {
      addresses.check(url);
      return url;
    } catch (RefusedAddress refused) {
      throw Problem.unprocessable(
              "bad-webhook-url", "Webhooks go to public https addresses; correct the url.")
          .at("/channel/url", refused.reason());
    }
  }

  private HandlingLevel checkedHandling(SubscriptionDraft draft) {
    var handling = draft.handling();
    if (!clearance.mayShow(handling)) {
      throw Problem.unprocessable(
              "bad-handling", "You may subscribe up to your own handling level.")
          .at("/handling", "is above " + clearance.level());
    }
    return handling;
  }

  private String newSecret() {
    var bytes = new byte[SECRET_BYTES];
    random.nextBytes(bytes);
    return "whsec_" + Base64.getEncoder().encodeToString(bytes);
  }
}
