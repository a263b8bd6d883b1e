package org.ecosec.investment.iati;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.ecosec.investment.iati.Activity.Day;
import org.ecosec.investment.iati.Activity.Share;
import org.jspecify.annotations.Nullable;

/** The rules of IATI 2.03 that a schema cannot say. Source: iatistandard.org, rulesets of 2.03. */
final class ActivityRules {

  private static final BigDecimal WHOLE = BigDecimal.valueOf(100);
  // Thirds written with two decimals come to 99.99.
  private static final BigDecimal ROUNDING = new BigDecimal("0.02");
  private static final Set<String> STATUSES = Set.of("1", "2", "3", "4", "5", "6");
  private static final Set<String> ROLES = Set.of("1", "2", "3", "4");

  private final List<Finding> findings = new ArrayList<>();
  private final Activity activity;
  private final LocalDate today;

  private ActivityRules(Activity activity, LocalDate today) {
    this.activity = activity;
    this.today = today;
  }

  static List<Finding> findings(Activity activity, LocalDate today) {
    var rules = new ActivityRules(activity, today);
    rules.identifier();
    rules.codes();
    rules.dates();
    rules.percentages();
    return rules.findings;
  }

  private void identifier() {
    var identifier = activity.identifier();
    check(
        identifier.length() >= 3
            && identifier.length() <= 200
            && !identifier.matches(".*[/&|?\\s].*"),
        activity.place(),
        "BAD_IDENTIFIER",
        "An iati-identifier has 3 to 200 characters, without spaces and /, &, |, ?.",
        identifier);
    var former = activity.formerReporter();
    boolean own = identifier.startsWith(activity.reporter().ref() + "-");
    boolean inherited = former != null && identifier.startsWith(former + "-");
    check(
        own || inherited || activity.secondary(),
        activity.place(),
        "IDENTIFIER_PREFIX",
        "The iati-identifier starts with the ref of the reporting-org, or with that of an"
            + " other-identifier of type B1.",
        identifier);
  }

  private void codes() {
    check(
        STATUSES.contains(activity.status()),
        activity.place(),
        "BAD_STATUS",
        "activity-status is a code from 1 to 6.",
        activity.status());
    for (var participant : activity.participants()) {
      check(
          ROLES.contains(participant.role()),
          participant.place(),
          "BAD_ROLE",
          "The role of a participating-org is a code from 1 to 4.",
          participant.role());
      check(
          participant.name() != null || participant.ref() != null,
          participant.place(),
          "NO_NAME",
          "A participating-org has a ref or a name.",
          null);
    }
  }

  private void dates() {
    for (Day date : activity.dates()) {
      boolean actual = date.type().equals("2") || date.type().equals("4");
      check(
          date.type().matches("[1-4]"),
          date.place(),
          "BAD_DATE_TYPE",
          "The type of an activity-date is 1 to 4.",
          date.type());
      check(
          !actual || !day(date.on()).isAfter(today),
          date.place(),
          "DATE_IN_FUTURE",
          "What has actually started or ended did so by today.",
          date.on());
    }
    ordered("1", "3");
    ordered("2", "4");
  }

  private void ordered(String start, String end) {
    for (Day from : activity.dates()) {
      for (Day to : activity.dates()) {
        check(
            !from.type().equals(start)
                || !to.type().equals(end)
                || !day(to.on()).isBefore(day(from.on())),
            to.place(),
            "END_BEFORE_START",
            "The activity ends before it starts.",
            to.on());
      }
    }
  }

  private void percentages() {
    sum(Stream.concat(activity.countries().stream(), activity.regions().stream()).toList());
    Map<String, List<Share>> vocabularies = new LinkedHashMap<>();
    for (Share sector : activity.sectors()) {
      var vocabulary = sector.vocabulary() == null ? "1" : sector.vocabulary();
      vocabularies
          .computeIfAbsent(vocabulary + "|" + sector.vocabularyUri(), one -> new ArrayList<>())
          .add(sector);
    }
    vocabularies.values().forEach(this::sum);
  }

  // A single entry without a percentage is the whole.
  private void sum(List<Share> shares) {
    if (shares.isEmpty() || (shares.size() == 1 && shares.getFirst().percentage() == null)) {
      return;
    }
    var sum = BigDecimal.ZERO;
    for (Share share : shares) {
      var percentage = percentage(share);
      if (percentage == null) {
        return;
      }
      sum = sum.add(percentage);
    }
    check(
        sum.subtract(WHOLE).abs().compareTo(ROUNDING) <= 0,
        shares.getFirst().place(),
        "PERCENTAGES",
        "The percentages sum to 100.",
        sum.toPlainString());
  }

  private @Nullable BigDecimal percentage(Share share) {
    var text = share.percentage();
    var value =
        text != null && text.matches("\\d{1,3}(\\.\\d{1,12})?") ? new BigDecimal(text) : null;
    boolean right = value != null && value.compareTo(WHOLE) <= 0;
    check(
        right, share.place(), "BAD_PERCENTAGE", "A percentage is given, between 0 and 100.", text);
    return right ? value : null;
  }

  // The schema has seen that it is a date; one with a time zone is read without it.
  private static LocalDate day(String text) {
    try {
      return LocalDate.parse(text.substring(0, Math.min(10, text.length())));
    } catch (DateTimeException wrong) {
      return LocalDate.MAX;
    }
  }

  private void check(
      boolean right, Place place, String code, String reason, @Nullable String value) {
    if (!right) {
      findings.add(new Finding(place, code, reason, value));
    }
  }
}
