package org.ecosec.alerts.person;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.ecosec.alerts.ledger.Ledger;
import org.ecosec.alerts.ledger.LedgerEntry;
import org.ecosec.alerts.ledger.People;
import org.ecosec.alerts.subscription.AddressErasure;
import org.ecosec.platform.audit.AuditLedger;
import org.ecosec.platform.idempotency.Idempotency;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.security.HandlingLevel;

/**
 * Erases a person or a mail address: the name, the addresses and the answers that held them go, the
 * opaque ids stay, and with them every entry of every chain.
 */
@ApplicationScoped
class PersonErasure {

  private final People people;
  private final AddressErasure addresses;
  private final Idempotency idempotency;
  private final Ledger ledger;
  private final AuditLedger audit;

  PersonErasure(
      People people,
      AddressErasure addresses,
      Idempotency idempotency,
      Ledger ledger,
      AuditLedger audit) {
    this.people = people;
    this.addresses = addresses;
    this.idempotency = idempotency;
    this.ledger = ledger;
    this.audit = audit;
  }

  @Transactional
  ErasureView erase(ErasureDraft draft) {
    return draft.address() == null ? person(idOf(draft)) : address(draft.address());
  }

  // The audit ledger looks the caller up: after it, so that who erases themselves stays erased.
  private ErasureView person(UUID id) {
    int ended = addresses.ofOwner(id);
    audit.record("ERASED", "people/" + id, Map.of("subscriptionsEnded", ended));
    ledger.append(new LedgerEntry("ERASED", HandlingLevel.PUBLIC, Map.of("personId", id)));
    idempotency.forget(id.toString());
    if (!people.erase(id)) {
      throw unknown();
    }
    return new ErasureView(id, ended, 0);
  }

  private ErasureView address(String address) {
    int ended = addresses.subscribed(address);
    int removed = addresses.contact(address);
    if (ended + removed == 0) {
      throw unknown();
    }
    audit.record(
        "ERASED", "addresses", Map.of("subscriptionsEnded", ended, "contactsRemoved", removed));
    return new ErasureView(null, ended, removed);
  }

  private UUID idOf(ErasureDraft draft) {
    return draft.name() == null
        ? Objects.requireNonNull(draft.personId())
        : people.find(draft.name()).orElseThrow(PersonErasure::unknown);
  }

  private static Problem unknown() {
    return Problem.notFound(
        "no-such-person", "Nobody is known by that; there is nothing to erase.");
  }
}
