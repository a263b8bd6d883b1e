package org.ecosec.trade.production;

import static java.nio.charset.StandardCharsets.UTF_8;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.regex.Pattern;
import org.ecosec.platform.problem.Problem;
import org.ecosec.trade.reference.Economies;

/** A CSV of governance scores, all of one source and year: source, year, economy, score. */
record GovernanceFile(List<GovernanceScore> scores) {

  private static final Pattern SOURCE = Pattern.compile("[\\p{L}\\p{N} ,.()-]{1,100}");
  private static final Pattern YEAR = Pattern.compile("(19|20)\\d\\d");
  private static final Pattern SCORE = Pattern.compile("0(\\.\\d{1,20})?|1(\\.0{1,20})?");

  static GovernanceFile read(byte[] body, Economies economies) {
    var scores = new ArrayList<GovernanceScore>();
    var seen = new HashSet<String>();
    try (var csv = CsvReader.builder().ofNamedCsvRecord(new String(body, UTF_8))) {
      for (var record : csv) {
        var score = score(record, economies);
        check(record, "economy", seen.add(score.economy()));
        var first = scores.isEmpty() ? score : scores.getFirst();
        check(record, "source", first.source().equals(score.source()));
        check(record, "year", first.year() == score.year());
        scores.add(score);
      }
    } catch (CsvParseException | java.util.NoSuchElementException | java.io.IOException broken) {
      throw Problem.unprocessable(
          "unreadable-csv", "Send CSV with the columns source, year, economy, score.");
    }
    if (scores.isEmpty()) {
      throw Problem.unprocessable("empty-file", "The file has no row.");
    }
    return new GovernanceFile(scores);
  }

  private static GovernanceScore score(NamedCsvRecord record, Economies economies) {
    check(record, "source", SOURCE.matcher(record.getField("source")).matches());
    check(record, "year", YEAR.matcher(record.getField("year")).matches());
    check(record, "economy", economies.find(record.getField("economy")).isPresent());
    check(record, "score", SCORE.matcher(record.getField("score")).matches());
    return new GovernanceScore(
        record.getField("economy"),
        record.getField("source"),
        Integer.parseInt(record.getField("year")),
        new BigDecimal(record.getField("score")));
  }

  private static void check(NamedCsvRecord record, String column, boolean right) {
    if (!right) {
      long line = record.getStartingLineNumber();
      throw Problem.unprocessable(
              "bad-governance-row",
              "Line %d has a wrong or repeated %s; a file is of one source and year."
                  .formatted(line, column))
          .at("line:" + line + "/" + column, "is wrong");
    }
  }
}
