package org.ecosec.alerts.subscription;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.util.List;
import java.util.UUID;
import org.ecosec.platform.sql.Database;

/** Ends the subscriptions that lead to a person, and removes their addresses. */
@ApplicationScoped
public class AddressErasure {

  private final Subscriptions subscriptions;
  private final SubscriptionChange change;
  private final Database sql;

  AddressErasure(Subscriptions subscriptions, SubscriptionChange change, Database sql) {
    this.subscriptions = subscriptions;
    this.change = change;
    this.sql = sql;
  }

  /** Ends the subscriptions of a person and says how many. */
  @Transactional(TxType.MANDATORY)
  public int ofOwner(UUID person) {
    return end(subscriptions.ofOwner(person));
  }

  /** Ends the subscriptions by mail to an address and says how many. */
  @Transactional(TxType.MANDATORY)
  public int subscribed(String address) {
    return end(subscriptions.ofMail(address));
  }

  /** Removes an address where others gave it as their contact, and says how often. */
  @Transactional(TxType.MANDATORY)
  public int contact(String address) {
    return sql.update(
        "update subscriber_address set contact = null where lower(contact) = lower(?)", address);
  }

  private int end(List<Subscription> ending) {
    ending.forEach(change::end);
    return ending.size();
  }
}
