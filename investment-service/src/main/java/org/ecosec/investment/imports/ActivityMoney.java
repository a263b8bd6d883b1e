package org.ecosec.investment.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.ecosec.investment.iati.ActivityNames;
import org.ecosec.investment.iati.ActivityTransaction;
import org.ecosec.investment.iati.Codes;
import org.ecosec.investment.iati.Identifiers;
import org.ecosec.investment.iati.Place;
import org.ecosec.investment.pledge.FinancierScope;
import org.ecosec.investment.transaction.TransactionType;
import org.jspecify.annotations.Nullable;

/** Turns the transactions of an activity into entries of money. */
final class ActivityMoney {

  private final ActivityNames names;
  private final LocalDate today;
  private final @Nullable FinancierScope otherwise;
  private final Defaults defaults;
  private final Map<String, Integer> seen = new HashMap<>();

  ActivityMoney(
      ActivityNames names, LocalDate today, @Nullable FinancierScope otherwise, Defaults defaults) {
    this.names = names;
    this.today = today;
    this.otherwise = otherwise;
    this.defaults = defaults;
  }

  void take(long part, ActivityTransaction money, Intake intake) {
    var type = Codes.type(money.type());
    if (type.isEmpty() && Codes.isOtherType(money.type())) {
      intake.notKept(Set.of("transaction of type " + money.type()));
      intake.ignore();
      return;
    }
    var scope = scope(money);
    var wrong = wrong(money, type, scope);
    if (wrong != null) {
      wrong.tell(money.place(), intake);
      return;
    }
    var body = defaults.json().createObjectNode();
    body.put("id", id(money)).put("projectId", names.project(money.activity()));
    body.put("type", type.orElseThrow().name());
    body.put("amount", new BigDecimal(money.amount())).put("currency", money.currency());
    body.put("valueDate", ActivityDays.day(money.valueDate()).toString());
    body.put("financier", named(money.provider()));
    body.put("financierScope", Objects.requireNonNull(scope).name())
        .put("notes", money.description());
    var source = names.source(defaults.of(FactKind.TRANSACTION), money.activity());
    intake.take(new Stated(FactKind.TRANSACTION, part, money.place(), body, source, null, true));
  }

  void endActivity() {
    seen.clear();
  }

  private record Wrong(String element, String code, String reason, @Nullable String value) {

    void tell(Place transaction, Intake intake) {
      var place = new Place(transaction.line(), transaction.path() + '/' + element);
      intake.reject(place, code, reason, value);
    }
  }

  private @Nullable Wrong wrong(
      ActivityTransaction money, Optional<TransactionType> type, @Nullable FinancierScope scope) {
    if (type.isEmpty()) {
      return new Wrong(
          "transaction-type", "BAD_TYPE", "transaction-type is a code from 1 to 13.", money.type());
    }
    if (scope == null) {
      return new Wrong(
          "flow-type",
          "UNKNOWN_FINANCIER_SCOPE",
          "Neither flow type nor provider type says whose money it is: give financierScope.",
          null);
    }
    if (!money.amount().matches("[+-]?\\d{1,24}(\\.\\d{1,9})?")) {
      return new Wrong("value", "BAD_VALUE", "value is not a decimal number.", money.amount());
    }
    return ActivityDays.day(money.transactionDate()).isAfter(today)
        ? new Wrong(
            "transaction-date",
            "VALUE_DATE_IN_FUTURE",
            "The date lies in the future.",
            money.transactionDate())
        : null;
  }

  private @Nullable FinancierScope scope(ActivityTransaction money) {
    for (FinancierScope scope : FinancierScope.values()) {
      if (scope.name().equals(money.financierScope())) {
        return scope;
      }
    }
    var said = Codes.scope(money.flowType(), money.provider().type());
    return said == null ? otherwise : said;
  }

  // A publisher's ref is stable within its activity and type; without one the content is the key,
  // numbered where it repeats.
  private String id(ActivityTransaction money) {
    if (money.ownId() != null && money.ownId().matches("[a-z0-9][a-z0-9-]{0,99}")) {
      return money.ownId();
    }
    var key =
        money.ref() != null
            ? String.join("|", money.activity(), money.type(), "ref", money.ref())
            : String.join(
                "|",
                money.activity(),
                money.type(),
                money.valueDate(),
                money.amount(),
                String.valueOf(money.currency()),
                String.valueOf(money.provider().ref()),
                String.valueOf(money.receiver().ref()));
    var hash = Identifiers.hash(key).substring(0, 32);
    int times = seen.merge(hash, 1, Integer::sum);
    return "t-" + hash + (times == 1 ? "" : "-" + times);
  }

  private static @Nullable String named(ActivityTransaction.Party party) {
    return party.name() == null ? party.ref() : party.name();
  }
}
