package org.ecosec.investment.imports;

import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import org.ecosec.investment.iati.Place;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/**
 * Takes what a reader finds in a file, checks and stages it, and counts. A part with anything wrong
 * in it is taken back whole; of refusals the first ten thousand are kept.
 */
final class Intake {

  static final int MAX_KEPT = 10_000;
  private static final int MAX_NOT_KEPT = 200;
  private static final int MAX_VALUE = 100;

  /** One refusal. */
  record Rejected(long line, String path, String code, String reason, @Nullable String value) {}

  /** Who sends, and when: nobody writes above their clearance, or in the future. */
  record Sender(HandlingLevel clearance, LocalDate today) {}

  private final StagedFacts staged;
  private final FactColumns columns;
  private final Sender sender;
  private final List<Rejected> kept = new ArrayList<>();
  private final BitSet refused = new BitSet();
  private final Set<String> notKept = new TreeSet<>();
  private long read;
  private long rejected;
  private long ignored;
  private long inPart;
  private boolean partRefused;

  Intake(StagedFacts staged, FactColumns columns, Sender sender) {
    this.staged = staged;
    this.columns = columns;
    this.sender = sender;
  }

  void take(Stated stated) {
    if (stated.counted()) {
      inPart++;
    }
    try {
      var columnsOf = columns.of(stated);
      refuseForbidden(stated, columnsOf);
      staged.add(stated, columnsOf);
    } catch (Problem problem) {
      reject(stated, problem);
    } catch (SQLException failure) {
      throw new IllegalStateException("The rows could not be staged", failure);
    }
  }

  void reject(Place place, String code, String reason, @Nullable String value) {
    partRefused = true;
    if (kept.size() < MAX_KEPT) {
      kept.add(new Rejected(place.line(), place.path(), code, printable(reason), shown(value)));
    }
  }

  /** A row that is passed over on purpose. */
  void ignore() {
    read++;
    ignored++;
  }

  void notKept(Set<String> names) {
    names.stream().takeWhile(name -> notKept.size() < MAX_NOT_KEPT).forEach(notKept::add);
  }

  void endPart(long part) {
    long rows = partRefused ? Math.max(1, inPart) : inPart;
    read += rows;
    if (partRefused) {
      rejected += rows;
      refused.set(Math.toIntExact(part));
    }
    inPart = 0;
    partRefused = false;
  }

  private void reject(Stated stated, Problem problem) {
    var code = problem.slug().replace('-', '_').toUpperCase(Locale.ROOT);
    if (problem.errors().isEmpty()) {
      reject(stated.place(), code, problem.detail(), null);
    }
    for (var error : problem.errors()) {
      var field = error.pointer().substring(error.pointer().indexOf('/') + 1);
      var place = stated.place();
      var value = stated.body().at(field.isEmpty() ? "" : "/" + field);
      reject(
          new Place(place.line(), place.path().isEmpty() ? field : place.path() + "/" + field),
          code,
          field + " " + error.message() + ".",
          value.isValueNode() && !value.isNull() ? value.asText() : null);
    }
  }

  private void refuseForbidden(Stated stated, FactColumns.Columns columnsOf) {
    var handling = stated.body().path("handling");
    if (handling.isTextual()
        && HandlingLevel.valueOf(handling.asText()).compareTo(sender.clearance()) > 0) {
      throw Problem.unprocessable("handling-above-clearance", "Write at your clearance or below.")
          .at("/handling", "is above your clearance");
    }
    if (stated.kind() == FactKind.TRANSACTION
        && LocalDate.parse(columnsOf.document().path("value_date").asText())
            .isAfter(sender.today())) {
      throw Problem.unprocessable("value-date-in-future", "Money counts on the day it moves.")
          .at("/valueDate", "lies in the future");
    }
    for (var field : List.of("reachedOn", "reportedOn")) {
      var day = stated.body().path(field);
      if (day.isTextual() && LocalDate.parse(day.asText()).isAfter(sender.today())) {
        throw Problem.unprocessable("reached-in-future", "What is reached was reached by today.")
            .at("/" + field, "lies in the future");
      }
    }
  }

  private static @Nullable String shown(@Nullable String value) {
    if (value == null) {
      return null;
    }
    var text = printable(value);
    return text.length() <= MAX_VALUE ? text : text.substring(0, MAX_VALUE) + "…";
  }

  private static String printable(String text) {
    return text.replaceAll("[\\p{Cntrl}\\p{Cs}]", "?");
  }

  long read() {
    return read;
  }

  long rejected() {
    return rejected;
  }

  long ignored() {
    return ignored;
  }

  List<Rejected> kept() {
    return List.copyOf(kept);
  }

  List<String> notKept() {
    return List.copyOf(notKept);
  }

  /** The parts that are taken back. */
  BitSet refused() {
    return refused;
  }
}
