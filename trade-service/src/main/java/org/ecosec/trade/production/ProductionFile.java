package org.ecosec.trade.production;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import org.ecosec.platform.problem.Problem;
import org.ecosec.trade.reference.Economies;
import org.jspecify.annotations.Nullable;

/** A CSV of production: source, mineral, stage, economy, year, tonnes, basis, reason. */
record ProductionFile(List<Production> rows) {

  private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,60}");
  private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
  private static final Pattern AMOUNT = Pattern.compile("\\d{1,15}(\\.\\d{1,20})?");
  private static final Set<String> STAGES = Set.of("MINING", "REFINING");
  private static final Set<String> REASONS = Set.of("WITHHELD", "NOT_AVAILABLE");

  static ProductionFile read(byte[] body, Economies economies) {
    var rows = new ArrayList<Production>();
    var seen = new HashSet<String>();
    try (var csv = CsvReader.builder().ofNamedCsvRecord(new String(body, UTF_8))) {
      for (var record : csv) {
        var row = row(record, economies);
        if (!seen.add(String.join("|", record.getFields().subList(0, 5)) + row.basis())) {
          throw bad(record, "economy", "The file has this figure twice.");
        }
        rows.add(row);
      }
    } catch (CsvParseException | java.util.NoSuchElementException | java.io.IOException broken) {
      throw Problem.unprocessable(
          "unreadable-csv",
          "Send CSV with the columns source, mineral, stage, economy, year, tonnes, basis, reason.");
    }
    if (rows.isEmpty()) {
      throw Problem.unprocessable("empty-file", "The file has no row.");
    }
    return new ProductionFile(rows);
  }

  private static Production row(NamedCsvRecord record, Economies economies) {
    var economy = record.getField("economy");
    check(record, "source", ID.matcher(record.getField("source")).matches());
    check(record, "mineral", ID.matcher(record.getField("mineral")).matches());
    check(record, "stage", STAGES.contains(record.getField("stage")));
    check(record, "economy", economies.find(economy).isPresent());
    check(record, "year", YEAR.matcher(record.getField("year")).matches());
    check(record, "basis", record.getField("basis").matches("[\\p{Print}]{1,100}"));
    var tonnes = amount(record);
    var reason = record.getField("reason");
    check(record, "reason", tonnes == null ? REASONS.contains(reason) : reason.isEmpty());
    return new Production(
        record.getField("source"),
        record.getField("mineral"),
        record.getField("stage"),
        economy,
        Integer.parseInt(record.getField("year")),
        record.getField("basis"),
        tonnes,
        reason.isEmpty() ? null : reason);
  }

  private static @Nullable BigDecimal amount(NamedCsvRecord record) {
    var text = record.getField("tonnes");
    if (text.isEmpty()) {
      return null;
    }
    check(record, "tonnes", AMOUNT.matcher(text).matches());
    return new BigDecimal(text);
  }

  private static void check(NamedCsvRecord record, String column, boolean right) {
    if (!right) {
      throw bad(
          record,
          column,
          "Line " + record.getStartingLineNumber() + " has a wrong " + column + ".");
    }
  }

  private static Problem bad(NamedCsvRecord record, String column, String detail) {
    return Problem.unprocessable("bad-production-row", detail)
        .at("line:" + record.getStartingLineNumber() + "/" + column, "is wrong");
  }
}
