package org.ecosec.investment.rate;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * The rate file of the Federal Reserve's H.10 release: {@code month,country,lcu_per_usd}. Each bad
 * row is told with its line, column and reason, the others count.
 */
final class RateFile {

  /** A row that was not taken; lines count from 1, the header included. */
  record Reject(long line, String column, String code, String reason) {}

  private static final Map<String, String> CURRENCIES =
      Map.of(
          "Japan",
          "JPY",
          "India",
          "INR",
          "China",
          "CNY",
          "South Korea",
          "KRW",
          "Taiwan",
          "TWD",
          "Euro",
          "EUR");
  private static final List<String> COLUMNS = List.of("month", "country", "lcu_per_usd");

  private final List<RateRow> rows = new ArrayList<>();
  private final List<Reject> rejects = new ArrayList<>();
  private final Set<String> seen = new HashSet<>();
  private int read;

  private RateFile() {}

  static RateFile parse(String csv) {
    var file = new RateFile();
    var text = csv.startsWith("\uFEFF") ? csv.substring(1) : csv;
    try (CsvReader<NamedCsvRecord> records =
        CsvReader.builder().ofNamedCsvRecord(new StringReader(text))) {
      records.forEach(file::take);
    } catch (CsvParseException broken) {
      throw Problem.badRequest("not-csv", "The body is not CSV: " + COLUMNS + " are expected.");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    if (file.read == 0) {
      throw Problem.unprocessable(
          "empty-file",
          "The body holds no row under the header " + String.join(",", COLUMNS) + ".");
    }
    return file;
  }

  int read() {
    return read;
  }

  List<RateRow> rows() {
    return rows;
  }

  List<Reject> rejects() {
    return rejects;
  }

  private void take(NamedCsvRecord record) {
    if (read == 0 && !record.getHeader().containsAll(COLUMNS)) {
      throw Problem.unprocessable(
          "wrong-header", "The first line has to name the columns month,country,lcu_per_usd.");
    }
    read++;
    var month = month(record);
    var currency = currency(record);
    var rate = rate(record);
    if (month == null || currency == null || rate == null) {
      return;
    }
    if (seen.add(currency + month)) {
      rows.add(new RateRow(month, currency, rate));
    } else {
      reject(record, "month", "DUPLICATE_ROW", "the month of this country came before");
    }
  }

  private @Nullable YearMonth month(NamedCsvRecord record) {
    var text = field(record, "month");
    try {
      return YearMonth.parse(text.matches("\\d{4}-\\d{2}-01") ? text.substring(0, 7) : text);
    } catch (DateTimeException wrong) {
      reject(record, "month", "BAD_PERIOD", "is not a month such as 2025-01 or 2025-01-01");
      return null;
    }
  }

  private @Nullable String currency(NamedCsvRecord record) {
    var name = field(record, "country");
    var currency = CURRENCIES.containsValue(name) ? name : CURRENCIES.get(name);
    if (currency == null) {
      reject(record, "country", "UNKNOWN_ECONOMY", "has no currency in this service");
    }
    return currency;
  }

  private @Nullable BigDecimal rate(NamedCsvRecord record) {
    var text = field(record, "lcu_per_usd");
    if (text.matches("\\d{1,12}(\\.\\d{1,12})?") && new BigDecimal(text).signum() > 0) {
      return new BigDecimal(text);
    }
    reject(record, "lcu_per_usd", "BAD_VALUE", "is not a positive decimal number");
    return null;
  }

  private static String field(NamedCsvRecord record, String column) {
    return record.findField(column).orElse("").strip();
  }

  private void reject(NamedCsvRecord record, String column, String code, String reason) {
    rejects.add(new Reject(record.getStartingLineNumber(), column, code, reason));
  }
}
