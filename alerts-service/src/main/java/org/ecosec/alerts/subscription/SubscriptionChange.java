package org.ecosec.alerts.subscription;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.ecosec.alerts.ledger.Ledger;
import org.ecosec.alerts.ledger.LedgerEntry;
import org.ecosec.alerts.ledger.People;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.security.Clearance;
import org.ecosec.platform.security.Roles;
import org.jspecify.annotations.Nullable;

/** Adds, changes and ends subscriptions: an analyst's own, an operator's any. */
@ApplicationScoped
class SubscriptionChange {

  private static final UUID NOBODY = new UUID(0, 0);

  private final Subscriptions subscriptions;
  private final SubscriberSecrets secrets;
  private final Consents consents;
  private final ChannelCheck channels;
  private final Ledger ledger;
  private final People people;
  private final Clearance clearance;
  private final SecurityIdentity identity;
  private final Event<SubscriptionChanged> changes;
  private final Clock clock;

  SubscriptionChange(
      Subscriptions subscriptions,
      SubscriberSecrets secrets,
      Consents consents,
      ChannelCheck channels,
      Ledger ledger,
      People people,
      Clearance clearance,
      SecurityIdentity identity,
      Event<SubscriptionChanged> changes,
      Clock clock) {
    this.subscriptions = subscriptions;
    this.secrets = secrets;
    this.consents = consents;
    this.channels = channels;
    this.ledger = ledger;
    this.people = people;
    this.clearance = clearance;
    this.identity = identity;
    this.changes = changes;
    this.clock = clock;
  }

  @Transactional
  CreatedSubscription add(SubscriptionDraft draft) {
    var address = channels.checked(draft);
    var at = clock.instant();
    var subscription =
        new Subscription(
            subscriptions.newId(),
            people.idOf(caller()),
            checkedWishes(draft),
            draft.channel().type(),
            SubscriptionState.PENDING,
            "WAITS_FOR_CONSENT",
            at,
            at,
            address);
    subscriptions.insert(subscription, address);
    consents.require(subscription.id());
    boolean signed = subscription.channel() == ChannelType.WEBHOOK;
    var secret = signed ? secrets.add(subscription.id()) : null;
    record("SUBSCRIBED", subscription);
    return new CreatedSubscription(SubscriptionView.of(subscription), secret);
  }

  /** A new address is checked and asked as at first; changing also enables what was disabled. */
  @Transactional
  SubscriptionView change(UUID id, SubscriptionDraft draft) {
    var current = own(id.toString());
    if (draft.channel().type() != current.channel()) {
      throw Problem.unprocessable(
              "bad-channel", "The type of a channel stays; make another subscription.")
          .at("/channel/type", "is " + current.channel());
    }
    var address = channels.checked(draft);
    boolean ask =
        current.state() != SubscriptionState.ACTIVE || !address.leadsWhere(current.address());
    var changed =
        new Subscription(
            id,
            current.owner(),
            checkedWishes(draft),
            current.channel(),
            ask ? SubscriptionState.PENDING : SubscriptionState.ACTIVE,
            ask ? "WAITS_FOR_CONSENT" : null,
            current.createdAt(),
            clock.instant(),
            address);
    subscriptions.update(changed, address);
    if (ask) {
      consents.require(id);
    }
    record("CHANGED", changed);
    return SubscriptionView.of(changed);
  }

  @Transactional
  void end(Subscription subscription) {
    subscriptions.delete(subscription.id());
    ledger.append(LedgerEntry.of("ENDED", subscription.wishes().handling(), subscription.id()));
    changes.fire(new SubscriptionChanged(subscription.id(), true));
  }

  private void record(String kind, Subscription subscription) {
    var wishes = subscription.wishes();
    var content = new TreeMap<String, @Nullable Object>();
    content.put("filter", wishes.filter());
    content.put("channel", subscription.channel());
    content.put("dailyBudget", wishes.dailyBudget());
    content.put("digest", wishes.digest());
    ledger.append(LedgerEntry.of(kind, wishes.handling(), subscription.id()).with(content));
    changes.fire(new SubscriptionChanged(subscription.id(), false));
  }

  /** Another's subscription does not exist for the caller. */
  Subscription own(String text) {
    return id(text)
        .flatMap(subscriptions::find)
        .filter(subscription -> seesAll() || subscription.owner().equals(me()))
        .orElseThrow(
            () ->
                Problem.notFound("no-such-subscription", "There is no subscription " + text + "."));
  }

  /** Null for those who see all. */
  @Nullable UUID ownerFilter() {
    return seesAll() ? null : me();
  }

  // Who is not known has no subscription either; reading makes nobody known.
  private UUID me() {
    return people.find(caller()).orElse(NOBODY);
  }

  private boolean seesAll() {
    return identity.hasRole(Roles.OPERATOR);
  }

  private String caller() {
    return identity.getPrincipal().getName();
  }

  static Optional<UUID> id(String text) {
    try {
      return Optional.of(UUID.fromString(text));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  private Subscription.Wishes checkedWishes(SubscriptionDraft draft) {
    if (!clearance.mayShow(draft.handling())) {
      throw Problem.unprocessable(
              "bad-handling", "You may subscribe up to your own handling level.")
          .at("/handling", "is above " + clearance.level());
    }
    return new Subscription.Wishes(
        draft.filter(), draft.handling(), draft.dailyBudget(), draft.wantsDigest());
  }
}
