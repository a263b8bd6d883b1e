package org.ecosec.investment.imports;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import de.siegmar.fastcsv.reader.CsvRecord;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import org.ecosec.investment.iati.Place;
import org.ecosec.platform.problem.Problem;

/** Reads rows of one kind: pledges, projects, transactions, exchange rates. */
final class CsvRows implements FileReader {

  private static final int SHOWN = 60;

  private final FactKind kind;
  private final ImportRequest request;
  private final ObjectMapper json;
  private final CsvColumns columns;
  private final ObjectNode otherwise;

  CsvRows(FactKind kind, ImportRequest request, Defaults defaults, ObjectMapper json) {
    this.kind = kind;
    this.request = request;
    this.json = json;
    this.columns = new CsvColumns(kind.body(), json);
    this.otherwise = defaults.of(kind);
  }

  @Override
  public void read(InputStream file, Intake intake) {
    var csv = new CsvBody(file);
    var header = header(csv.header(), intake);
    while (csv.hasNext()) {
      var row = csv.next();
      take(row, header, intake);
      intake.endPart(row.getStartingLineNumber());
    }
  }

  private void take(CsvRecord row, List<String> header, Intake intake) {
    long line = row.getStartingLineNumber();
    if (row.getFieldCount() != header.size()) {
      intake.reject(
          new Place(line, ""),
          "WRONG_WIDTH",
          "The row has " + row.getFieldCount() + " cells, the header " + header.size() + ".",
          null);
      return;
    }
    int reverses = header.indexOf("reverses");
    if (kind == FactKind.TRANSACTION && reverses >= 0 && !row.getField(reverses).isBlank()) {
      // Our own CSV lists reversals; an entry is taken back by its own call, never by a file.
      intake.ignore();
      return;
    }
    var body = json.createObjectNode();
    for (int i = 0; i < header.size(); i++) {
      try {
        columns.set(body, header.get(i), row.getField(i));
      } catch (CsvColumns.BadCell bad) {
        intake.reject(
            new Place(line, header.get(i)),
            "BAD_VALUE",
            header.get(i) + " " + bad.getMessage() + ".",
            row.getField(i));
        return;
      }
    }
    complete(body);
    if (body.path("id").isNull() || body.path("id").isMissingNode()) {
      intake.reject(new Place(line, "id"), "NO_ID", "id is missing.", null);
      return;
    }
    intake.take(new Stated(kind, line, new Place(line, ""), body, otherwise, vintage(body), true));
  }

  // The key of a rate is what it is the rate of; the key of an event says which entry counts it.
  private void complete(ObjectNode body) {
    if (kind == FactKind.TRANSACTION && body.path("eventKey").isTextual()) {
      body.remove("sameAs");
    }
    if (kind == FactKind.EXCHANGE_RATE) {
      var month = body.path("month").asText();
      body.put("rateSet", request.rateSet());
      body.put("month", month.matches("\\d{4}-\\d{2}") ? month + "-01" : month);
      body.put(
          "id",
          request.rateSet()
              + '|'
              + body.path("currency").asText()
              + '|'
              + month.substring(0, Math.min(7, month.length())));
    }
  }

  private @org.jspecify.annotations.Nullable ObjectNode vintage(ObjectNode body) {
    return kind == FactKind.PROJECT && body.has("status")
        ? json.createObjectNode().set("given", body.get("status"))
        : null;
  }

  private List<String> header(CsvRecord first, Intake intake) {
    var names = new ArrayList<String>();
    var unknown = new TreeSet<String>();
    var seen = new TreeSet<String>();
    for (int i = 0; i < first.getFieldCount(); i++) {
      var name = first.getField(i).replace("\uFEFF", "").strip();
      names.add(name);
      if (!columns.knows(name)) {
        unknown.add(shortened(name));
      } else if (!seen.add(CsvColumns.normalised(name))) {
        throw Problem.unprocessable("wrong-header", "Two columns are named " + name + ".");
      }
    }
    boolean keyed = kind == FactKind.EXCHANGE_RATE || seen.contains("id");
    if (seen.isEmpty() || !keyed) {
      throw Problem.unprocessable(
          "wrong-header",
          "The first line names the columns, id among them. Columns of this kind: "
              + String.join(", ", columns.fields()));
    }
    intake.notKept(unknown);
    return names;
  }

  private static String shortened(String name) {
    var printable = name.replaceAll("\\p{Cntrl}", "?");
    return printable.length() <= SHOWN ? printable : printable.substring(0, SHOWN) + "…";
  }
}
