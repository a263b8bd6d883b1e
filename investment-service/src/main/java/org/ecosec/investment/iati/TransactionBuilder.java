package org.ecosec.investment.iati;

import org.ecosec.investment.iati.ActivityTransaction.Party;
import org.jspecify.annotations.Nullable;

/** Collects the elements of one transaction. */
final class TransactionBuilder {

  private final Place place;
  private final @Nullable String ref;
  private final @Nullable String ownId;
  private final @Nullable String scope;
  private String type = "";
  private String date = "";
  private String valueDate = "";
  private String amount = "";
  private @Nullable String currency;
  private @Nullable String description;
  private @Nullable String flowType;
  private Party provider = Party.NOBODY;
  private Party receiver = Party.NOBODY;

  TransactionBuilder(Place place, Attributes attributes) {
    this.place = place;
    this.ref = attributes.of("ref");
    this.ownId = attributes.own("id");
    this.scope = attributes.own("financier-scope");
  }

  void start(String element, Attributes attributes) {
    switch (element) {
      case "transaction-type" -> type = attributes.or("code", "");
      case "transaction-date" -> date = attributes.or("iso-date", "");
      case "value" -> {
        valueDate = attributes.or("value-date", "");
        currency = attributes.of("currency");
      }
      case "flow-type" -> flowType = attributes.of("code");
      case "provider-org" -> provider = party(attributes, "provider-activity-id");
      case "receiver-org" -> receiver = party(attributes, "receiver-activity-id");
      default -> {
        // Texts, and what is not kept.
      }
    }
  }

  /** False if nobody keeps this element. */
  boolean end(String element, String text) {
    switch (element) {
      case "value" -> amount = text;
      case "description/narrative" -> description = description == null ? text : description;
      case "provider-org/narrative" -> provider = named(provider, text);
      case "receiver-org/narrative" -> receiver = named(receiver, text);
      case "transaction-type",
          "transaction-date",
          "description",
          "provider-org",
          "receiver-org",
          "flow-type" -> {
        // Known by their attributes or children.
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  ActivityTransaction build(
      String activity, @Nullable String defaultCurrency, @Nullable String defaultFlow) {
    return new ActivityTransaction(
        place,
        activity,
        ref,
        ownId,
        type,
        date,
        valueDate,
        amount,
        currency == null ? defaultCurrency : currency,
        description,
        provider,
        receiver,
        flowType == null ? defaultFlow : flowType,
        scope);
  }

  private static Party party(Attributes attributes, String activity) {
    return new Party(null, attributes.of("ref"), attributes.of("type"), attributes.of(activity));
  }

  private static Party named(Party party, String name) {
    return party.name() == null
        ? new Party(name, party.ref(), party.type(), party.activity())
        : party;
  }
}
