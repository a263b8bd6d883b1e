package org.ecosec.investment.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.validation.Schema;
import org.ecosec.investment.iati.Activity;
import org.ecosec.investment.iati.ActivityFile;
import org.ecosec.investment.iati.ActivitySink;
import org.ecosec.investment.iati.ActivityTransaction;
import org.ecosec.investment.iati.Codes;
import org.ecosec.investment.iati.Finding;
import org.ecosec.investment.iati.Identifiers;
import org.ecosec.investment.iati.ReportingOrg;
import org.ecosec.investment.pledge.FinancierScope;
import org.jspecify.annotations.Nullable;

/** Turns activities into projects and entries of money: {@code docs/methods/iati.md} says how. */
final class ActivityRows implements FileReader, ActivitySink {

  private final Schema schema;
  private final LocalDate today;
  private final ReportingOrg own;
  private final ImportRequest request;
  private final Defaults defaults;
  private final ObjectMapper json;
  private final Map<String, Integer> seen = new HashMap<>();
  private @Nullable Intake intake;

  ActivityRows(
      Schema schema, LocalDate today, ReportingOrg own, ImportRequest request, Defaults defaults) {
    this.schema = schema;
    this.today = today;
    this.own = own;
    this.request = request;
    this.defaults = defaults;
    this.json = defaults.json();
  }

  @Override
  public void read(InputStream file, Intake taker) {
    intake = taker;
    ActivityFile.read(file, schema, today, this);
  }

  @Override
  public void transaction(long part, ActivityTransaction money) {
    var type = Codes.type(money.type());
    if (type.isEmpty()) {
      if (Codes.isOtherType(money.type())) {
        intake().notKept(Set.of("transaction of type " + money.type()));
        intake().ignore();
      } else {
        wrong(
            money,
            "transaction-type",
            "BAD_TYPE",
            "transaction-type is a code from 1 to 13.",
            money.type());
      }
      return;
    }
    var scope = scope(money);
    if (scope == null) {
      wrong(
          money,
          "flow-type",
          "UNKNOWN_FINANCIER_SCOPE",
          "Neither flow type nor provider type says whose money it is: give financierScope.",
          null);
      return;
    }
    if (!money.amount().matches("[+-]?\\d{1,24}(\\.\\d{1,9})?")) {
      wrong(money, "value", "BAD_VALUE", "value is not a decimal number.", money.amount());
      return;
    }
    if (ActivityDays.day(money.transactionDate()).isAfter(today)) {
      wrong(
          money,
          "transaction-date",
          "VALUE_DATE_IN_FUTURE",
          "The date lies in the future.",
          money.transactionDate());
      return;
    }
    var project = project(money.activity());
    var body = json.createObjectNode();
    body.put("id", id(money)).put("projectId", project).put("type", type.get().name());
    body.put("amount", new BigDecimal(money.amount())).put("currency", money.currency());
    body.put("valueDate", ActivityDays.day(money.valueDate()).toString());
    body.put("financier", named(money.provider()));
    body.put("financierScope", scope.name()).put("notes", money.description());
    intake()
        .take(
            new Stated(
                FactKind.TRANSACTION,
                part,
                money.place(),
                body,
                source(defaults.of(FactKind.TRANSACTION), money.activity()),
                null,
                true));
  }

  @Override
  public void activity(long part, Activity activity) {
    var id = project(activity.identifier());
    var body = json.createObjectNode();
    body.put("id", id).put("title", activity.title());
    body.put(
        "status",
        activity.status().matches("[1-6]") ? Codes.status(activity.status()).name() : null);
    boolean silent = activity.description().equals(activity.title());
    body.put("notes", silent ? null : activity.description());
    var sector = sector(activity);
    if (sector != null) {
      body.put("sector", sector);
    }
    body.set("places", places(activity));
    body.set("parties", parties(activity));
    var otherwise = source(defaults.of(FactKind.PROJECT), activity.identifier());
    var vintage = json.createObjectNode().put("given", activity.status());
    var days = new ActivityDays(activity.dates());
    vintage.put("closing", days.closing());
    intake()
        .take(new Stated(FactKind.PROJECT, part, activity.place(), body, otherwise, vintage, true));
    if (!isOwn(activity.identifier())) {
      intake().take(beyond(part, id, activity, days));
    }
    var completion = days.completion(id, json);
    if (completion != null) {
      var known = source(defaults.of(FactKind.MILESTONE), activity.identifier());
      intake()
          .take(
              new Stated(
                  FactKind.MILESTONE, part, activity.place(), completion, known, null, false));
    }
  }

  @Override
  public void problem(long part, Finding finding) {
    intake().reject(finding.place(), finding.code(), finding.reason(), finding.value());
  }

  @Override
  public void end(long part, Set<String> notKept) {
    intake().notKept(notKept);
    intake().endPart(part);
    seen.clear();
  }

  private Stated beyond(long part, String id, Activity activity, ActivityDays days) {
    var body = json.createObjectNode();
    body.put("id", id).put("identifier", activity.identifier());
    body.put("publisher", activity.reporter().ref());
    body.set("details", ActivityDetails.of(activity, days.beyond(), json));
    return new Stated(
        FactKind.IATI_ACTIVITY, part, activity.place(), body, json.createObjectNode(), null, false);
  }

  private void wrong(
      ActivityTransaction money,
      String element,
      String code,
      String reason,
      @Nullable String value) {
    intake()
        .reject(
            new org.ecosec.investment.iati.Place(
                money.place().line(), money.place().path() + '/' + element),
            code,
            reason,
            value);
  }

  private Intake intake() {
    return java.util.Objects.requireNonNull(intake);
  }

  private boolean isOwn(String identifier) {
    return own.ref().filter(ref -> identifier.startsWith(ref + "-")).isPresent();
  }

  private String project(String identifier) {
    return isOwn(identifier)
        ? identifier.substring(own.ref().orElse("").length() + 1)
        : Identifiers.project(identifier);
  }

  private ObjectNode source(ObjectNode otherwise, String identifier) {
    return otherwise.has("source") && !isOwn(identifier)
        ? otherwise.put("source", "IATI: " + identifier)
        : otherwise;
  }

  private @Nullable FinancierScope scope(ActivityTransaction money) {
    for (FinancierScope scope : FinancierScope.values()) {
      if (scope.name().equals(money.financierScope())) {
        return scope;
      }
    }
    var said = Codes.scope(money.flowType(), money.provider().type());
    return said == null ? request.financierScope() : said;
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

  private static @Nullable String sector(Activity activity) {
    return activity.sectors().stream()
        .filter(one -> "99".equals(one.vocabulary()))
        .filter(one -> Activity.OWN_SECTORS.equals(one.vocabularyUri()))
        .map(Activity.Share::code)
        .findFirst()
        .orElse(null);
  }

  private ArrayNode places(Activity activity) {
    var places = json.createArrayNode();
    if (activity.locations().isEmpty()) {
      activity.countries().stream().map(one -> country(one.code())).distinct().forEach(places::add);
    } else {
      activity.locations().stream().distinct().forEach(places::add);
    }
    return places;
  }

  private static String country(String alpha2) {
    var name = Locale.of("", alpha2.toUpperCase(Locale.ROOT)).getDisplayCountry(Locale.ENGLISH);
    return name.isEmpty() ? alpha2 : name;
  }

  private ArrayNode parties(Activity activity) {
    var parties = json.createArrayNode();
    for (var one : activity.participants()) {
      parties
          .addObject()
          .put("name", one.name() == null ? one.ref() : one.name())
          .put("economy", one.economy())
          .put("role", one.role().matches("[1-4]") ? Codes.role(one.role()) : null);
    }
    return parties;
  }
}
