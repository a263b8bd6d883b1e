package org.ecosec.investment.iati;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import org.ecosec.investment.iati.Activity.Day;
import org.ecosec.investment.iati.Activity.Organisation;
import org.ecosec.investment.iati.Activity.OtherIdentifier;
import org.ecosec.investment.iati.Activity.Participant;
import org.ecosec.investment.iati.Activity.Related;
import org.ecosec.investment.iati.Activity.Share;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Collects the elements of one activity and hands its transactions on as they end. */
final class ActivityBuilder {

  private static final String TRANSACTION = "transaction/";
  // Known by their attributes or children.
  private static final Set<String> KNOWN =
      Set.of(
          "",
          "reporting-org",
          "title",
          "description",
          "other-identifier",
          "activity-status",
          "default-flow-type",
          "activity-date",
          "participating-org",
          "recipient-country",
          "recipient-country/narrative",
          "recipient-region",
          "recipient-region/narrative",
          "sector",
          "sector/narrative",
          "location",
          "location/name",
          "related-activity");
  private static final int MAX_ENTRIES = 2_000;
  private static final int MAX_TRANSACTIONS = 1_000_000;

  private final long part;
  private final Place place;
  private final ActivitySink sink;
  private final List<Day> dates = new ArrayList<>();
  private final List<Participant> participants = new ArrayList<>();
  private final List<Share> countries = new ArrayList<>();
  private final List<Share> regions = new ArrayList<>();
  private final List<Share> sectors = new ArrayList<>();
  private final List<String> locations = new ArrayList<>();
  private final List<Related> related = new ArrayList<>();
  private final List<OtherIdentifier> others = new ArrayList<>();
  private Organisation reporter = new Organisation("", "", "");
  private boolean secondary;
  private String identifier = "";
  private String title = "";
  private String description = "";
  private String status = "";
  private @Nullable String former;
  private @Nullable String currency;
  private @Nullable String flowType;
  private @Nullable TransactionBuilder transaction;
  private int transactions;

  ActivityBuilder(long part, Place place, ActivitySink sink) {
    this.part = part;
    this.place = place;
    this.sink = sink;
  }

  long part() {
    return part;
  }

  void start(String element, Attributes attributes, Supplier<Place> at) {
    switch (element) {
      case "" -> currency = attributes.of("default-currency");
      case "reporting-org" -> {
        reporter = new Organisation(attributes.or("ref", ""), attributes.or("type", ""), "");
        secondary =
            "1".equals(attributes.of("secondary-reporter"))
                || "true".equals(attributes.of("secondary-reporter"));
      }
      case "other-identifier" -> {
        if ("B1".equals(attributes.of("type"))) {
          former = attributes.of("ref");
        } else if (attributes.of("ref") != null) {
          add(
              others,
              new OtherIdentifier(attributes.or("ref", ""), attributes.of("type"), null),
              at);
        }
      }
      case "activity-status" -> status = attributes.or("code", "");
      case "default-flow-type" -> flowType = attributes.of("code");
      case "activity-date" ->
          add(
              dates,
              new Day(at.get(), attributes.or("type", ""), attributes.or("iso-date", "")),
              at);
      case "participating-org" ->
          add(
              participants,
              new Participant(
                  at.get(),
                  attributes.or("role", ""),
                  null,
                  attributes.of("ref"),
                  attributes.of("type"),
                  attributes.own("economy")),
              at);
      case "recipient-country" -> add(countries, share(attributes, at.get()), at);
      case "recipient-region" -> add(regions, share(attributes, at.get()), at);
      case "sector" -> add(sectors, share(attributes, at.get()), at);
      case "related-activity" ->
          add(
              related,
              new Related(at.get(), attributes.or("ref", ""), attributes.or("type", ""), null),
              at);
      case "transaction" -> transaction = new TransactionBuilder(at.get(), attributes);
      default -> {
        if (transaction != null && element.startsWith(TRANSACTION)) {
          transaction.start(element.substring(TRANSACTION.length()), attributes);
        }
      }
    }
  }

  /** False if nobody keeps this element. */
  boolean end(String element, String text, Supplier<Place> at) {
    switch (element) {
      case "iati-identifier" -> identifier = text;
      case "reporting-org/narrative" -> {
        if (reporter.name().isEmpty()) {
          reporter = new Organisation(reporter.ref(), reporter.type(), text);
        }
      }
      case "title/narrative" -> title = title.isEmpty() ? text : title;
      case "description/narrative" -> description = description.isEmpty() ? text : description;
      case "participating-org/narrative" -> name(text);
      case "location/name/narrative" -> add(locations, text, at);
      case "related-activity/ecosec:standing" -> related.add(related.removeLast().standing(text));
      case "other-identifier/ecosec:standing" -> {
        if (!others.isEmpty()) {
          others.add(others.removeLast().standing(text));
        }
      }
      case "transaction" -> {
        if (transaction != null) {
          bound(++transactions <= MAX_TRANSACTIONS, at);
          sink.transaction(part, transaction.build(identifier, currency, flowType));
          transaction = null;
        }
      }
      default -> {
        return KNOWN.contains(element)
            || (transaction != null
                && element.startsWith(TRANSACTION)
                && transaction.end(element.substring(TRANSACTION.length()), text));
      }
    }
    return true;
  }

  Activity build() {
    return new Activity(
        place,
        identifier,
        reporter,
        secondary,
        former,
        others,
        title,
        description,
        status,
        dates,
        participants,
        countries,
        regions,
        sectors,
        locations,
        related);
  }

  private void name(String text) {
    var last = participants.removeLast();
    participants.add(
        last.name() != null
            ? last
            : new Participant(
                last.place(), last.role(), text, last.ref(), last.type(), last.economy()));
  }

  private static Share share(Attributes attributes, Place at) {
    return new Share(
        at,
        attributes.or("code", ""),
        attributes.of("vocabulary"),
        attributes.of("vocabulary-uri"),
        attributes.of("percentage"));
  }

  private static <T> void add(List<T> entries, T entry, Supplier<Place> at) {
    bound(entries.size() < MAX_ENTRIES, at);
    entries.add(entry);
  }

  private static void bound(boolean within, Supplier<Place> at) {
    if (!within) {
      throw Problem.unprocessable(
          "xml-limit",
          "Line "
              + at.get().line()
              + ", "
              + at.get().path()
              + ": the activity has too many of these.");
    }
  }
}
