package org.ecosec.investment.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.InputStream;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.ecosec.investment.form.Slug;
import org.ecosec.investment.iati.Place;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** A publisher's list of projects, read as its {@link ProjectProfile} says. */
final class ProfiledRows implements FileReader {

  private final ProjectProfile profile;
  private final ObjectMapper json;
  private final Dates dates;
  private final ObjectNode project;
  private final ObjectNode money;
  private final List<DateTimeFormatter> forms;

  ProfiledRows(ProjectProfile profile, Defaults defaults, Dates dates) {
    this.profile = profile;
    this.json = defaults.json();
    this.dates = dates;
    this.project = defaults.of(FactKind.PROJECT);
    this.money = defaults.of(FactKind.TRANSACTION);
    this.forms =
        profile.dateForms().stream()
            .map(form -> DateTimeFormatter.ofPattern(form, Locale.US))
            .toList();
  }

  /** The day of the import, and the day that the list was published, if it is known. */
  record Dates(LocalDate today, @Nullable LocalDate listedOn) {}

  /** A row by the names of its columns. */
  private record Row(Map<String, Integer> header, CsvRecord cells) {
    String text(String column) {
      return cells.getField(header.getOrDefault(column, 0)).strip();
    }

    Place at(String column) {
      return new Place(cells.getStartingLineNumber(), column);
    }
  }

  @Override
  public void read(InputStream file, Intake intake) {
    var csv = new CsvBody(file);
    var header = header(csv.header());
    while (csv.hasNext()) {
      var cells = csv.next();
      long line = cells.getStartingLineNumber();
      if (cells.getFieldCount() != header.size()) {
        intake.reject(
            new Place(line, ""),
            "WRONG_WIDTH",
            "The row has not as many cells as the header.",
            null);
      } else {
        take(new Row(header, cells), intake);
      }
      intake.endPart(line);
    }
  }

  private void take(Row row, Intake intake) {
    var given = row.text(profile.status());
    var status = profile.statuses().get(given);
    if (status == null) {
      intake.reject(
          row.at(profile.status()),
          "UNKNOWN_STATUS",
          "The profile does not know this status.",
          given);
      return;
    }
    var approved = day(row, profile.approvedOn(), intake);
    var closing = day(row, profile.closingOn(), intake);
    var id = profile.idPrefix() + row.text(profile.id()).toLowerCase(Locale.ROOT);
    var body = json.createObjectNode();
    body.put("id", id).put("title", row.text(profile.title())).put("status", status.name());
    body.put("sector", sector(row)).put("notes", notes(row));
    body.putArray("places").add(row.text(profile.place()));
    var parties = body.putArray("parties");
    profile
        .parties()
        .forEach(one -> parties.addObject().put("name", one.name()).put("role", one.role()));
    var vintage = json.createObjectNode().put("given", given);
    vintage.put("closing", closing == null ? null : closing.toString());
    long part = row.cells().getStartingLineNumber();
    intake.take(new Stated(FactKind.PROJECT, part, row.at(""), body, project, vintage, true));
    if (closing != null) {
      completion(row, id, approved, closing, intake);
    }
    if (approved != null) {
      commitments(row, id, approved, intake);
    }
  }

  // A day was reached where the status says that the project is over; some close before their date.
  private void completion(
      Row row, String id, @Nullable LocalDate approved, LocalDate closing, Intake intake) {
    var body = json.createObjectNode();
    body.put("id", id + ActivityDays.COMPLETION).put("projectId", id).put("title", "Closing");
    body.put("plannedOn", closing.toString());
    boolean over =
        profile.reached().contains(row.text(profile.status())) && !closing.isAfter(dates.today());
    body.put("reachedOn", over ? closing.toString() : null);
    body.put("reportedOn", dates.listedOn() == null ? null : dates.listedOn().toString());
    boolean before = approved != null && approved.isBefore(closing);
    body.put("startedOn", approved != null && before ? approved.toString() : null);
    long part = row.cells().getStartingLineNumber();
    var place = row.at(profile.closingOn());
    intake.take(new Stated(FactKind.MILESTONE, part, place, body, money, null, false));
  }

  private void commitments(Row row, String id, LocalDate approved, Intake intake) {
    for (var commitment : profile.commitments()) {
      var amount = amount(row, commitment.column(), intake);
      if (amount == null || amount.signum() == 0) {
        continue;
      }
      var body = json.createObjectNode();
      body.put("id", id + '-' + commitment.key()).put("projectId", id).put("type", "COMMITMENT");
      body.put("amount", amount).put("currency", profile.currency());
      body.put("valueDate", approved.toString());
      body.put("financier", commitment.financier());
      body.put("financierScope", commitment.financierScope().name());
      long part = row.cells().getStartingLineNumber();
      intake.take(
          new Stated(
              FactKind.TRANSACTION, part, row.at(commitment.column()), body, money, null, false));
    }
  }

  private @Nullable BigDecimal amount(Row row, String column, Intake intake) {
    var text = row.text(column);
    if (text.isEmpty()) {
      return null;
    }
    if (!text.matches("\\d{1,18}(\\.\\d{1,9})?([eE]\\+?\\d{1,2})?")) {
      intake.reject(row.at(column), "BAD_VALUE", "Not an amount of money.", text);
      return null;
    }
    return new BigDecimal(new BigDecimal(text).toPlainString());
  }

  private @Nullable LocalDate day(Row row, String column, Intake intake) {
    var text = row.text(column);
    for (DateTimeFormatter form : forms) {
      try {
        return text.isEmpty() ? null : LocalDate.from(form.parse(text));
      } catch (DateTimeException other) {
        // Perhaps the next form.
      }
    }
    intake.reject(
        row.at(column),
        "BAD_DATE",
        "Not a day in a form of the profile: " + profile.dateForms(),
        text);
    return null;
  }

  private @Nullable String sector(Row row) {
    var text = profile.sector() == null ? "" : row.text(profile.sector());
    return text.isEmpty() ? null : Slug.of(null, text);
  }

  private @Nullable String notes(Row row) {
    var sentences =
        profile.notes().stream()
            .filter(note -> !row.text(note.column()).isEmpty())
            .map(note -> note.label() + ": " + row.text(note.column()) + ".")
            .collect(Collectors.joining(" "));
    return sentences.isEmpty() ? null : sentences;
  }

  private Map<String, Integer> header(CsvRecord first) {
    var header = new HashMap<String, Integer>();
    for (int i = 0; i < first.getFieldCount(); i++) {
      header.put(first.getField(i).replace("\uFEFF", "").strip(), i);
    }
    var needed = new ArrayList<>(List.of(profile.id(), profile.title(), profile.status()));
    needed.addAll(List.of(profile.place(), profile.approvedOn(), profile.closingOn()));
    profile.notes().forEach(note -> needed.add(note.column()));
    profile.commitments().forEach(money -> needed.add(money.column()));
    if (profile.sector() != null) {
      needed.add(profile.sector());
    }
    needed.removeAll(header.keySet());
    if (!needed.isEmpty()) {
      throw Problem.unprocessable(
          "wrong-header", "The first line lacks columns that the profile reads: " + needed + ".");
    }
    return header;
  }
}
