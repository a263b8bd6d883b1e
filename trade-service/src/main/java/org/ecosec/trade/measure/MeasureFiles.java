package org.ecosec.trade.measure;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.ecosec.platform.problem.Problem;
import org.ecosec.platform.security.HandlingLevel;
import org.ecosec.trade.measure.ImpreciseDate.Precision;
import org.ecosec.trade.measure.Measure.Code;
import org.ecosec.trade.measure.Measure.Targets;
import org.ecosec.trade.measure.MeasureImport.Entry;
import org.jspecify.annotations.Nullable;

/**
 * Measures in files: a JSON array of the API's own records, or CSV with a line for each. In CSV a
 * date is as precise as it is written (2025, 2025-05, 2025-05-30), targets are codes parted by
 * blanks, and a code is {@code HS/2022/811292/PARTIAL}.
 */
final class MeasureFiles {

  private static final Set<String> COLUMNS =
      Set.of("id", "title", "imposer", "targetKind", "targets", "kind", "announced", "source");
  private static final int CODE_PARTS = 4;

  private MeasureFiles() {}

  static List<Entry> json(String body, ObjectMapper json) {
    try {
      var tree = json.readTree(body);
      if (!tree.isArray()) {
        throw notThis("a JSON array of measures");
      }
      var entries = new ArrayList<Entry>();
      for (JsonNode node : tree) {
        entries.add(() -> measure(node, json));
      }
      return entries;
    } catch (JsonProcessingException wrong) {
      throw notThis("a JSON array of measures");
    }
  }

  private static Measure measure(JsonNode node, ObjectMapper json) {
    try {
      return json.treeToValue(node, Measure.class);
    } catch (JsonProcessingException wrong) {
      if (wrong.getCause() instanceof Problem problem) {
        throw problem;
      }
      throw Problem.unprocessable("bad-measure", "Not a measure: a field is missing or unknown.");
    } catch (NullPointerException missing) {
      throw Problem.unprocessable("bad-measure", "Not a measure: a required field is missing.");
    }
  }

  static List<Entry> csv(String body) {
    return records(body, COLUMNS).stream().<Entry>map(row -> () -> measure(row)).toList();
  }

  static List<NamedCsvRecord> records(String body, Set<String> required) {
    try (var csv = CsvReader.builder().ofNamedCsvRecord(new StringReader(body))) {
      var rows = csv.stream().toList();
      if (rows.isEmpty() || !rows.getFirst().getHeader().containsAll(required)) {
        throw notThis(
            "CSV with the columns " + String.join(", ", required.stream().sorted().toList()));
      }
      return rows;
    } catch (CsvParseException wrong) {
      throw notThis("well-formed CSV");
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
  }

  private static Problem notThis(String what) {
    return Problem.unprocessable("bad-measure-file", "The body is not " + what + ".");
  }

  private static Measure measure(NamedCsvRecord row) {
    return new Measure(
        text(row, "id"),
        text(row, "title"),
        text(row, "imposer"),
        new Targets(
            constant(Targets.Kind.values(), text(row, "targetKind"), "/targets/kind"),
            words(text(row, "targets"))),
        constant(MeasureKind.values(), text(row, "kind"), "/kind"),
        text(row, "status").isEmpty()
            ? null
            : constant(Measure.Status.values(), text(row, "status"), "/status"),
        !text(row, "official").equalsIgnoreCase("false"),
        text(row, "contested").equalsIgnoreCase("true"),
        date(text(row, "announced")),
        date(text(row, "effective")),
        date(text(row, "lifted")),
        words(text(row, "codes")).stream().map(MeasureFiles::code).toList(),
        text(row, "source"),
        text(row, "notes").isEmpty() ? null : text(row, "notes"),
        text(row, "handling").isEmpty()
            ? HandlingLevel.PUBLIC
            : constant(HandlingLevel.values(), text(row, "handling"), "/handling"),
        text(row, "relaxes").isEmpty() ? null : text(row, "relaxes"));
  }

  private static String text(NamedCsvRecord row, String column) {
    return row.findField(column).orElse("").strip();
  }

  private static List<String> words(String text) {
    return text.isBlank() ? List.of() : List.of(text.split("[\\s;]+", -1));
  }

  private static Code code(String text) {
    var parts = List.of(text.split("/", -1));
    if (parts.size() != CODE_PARTS) {
      throw Problem.unprocessable("bad-measure", "A code is written HS/2022/811292/PARTIAL.")
          .at("/codes", text + " is not");
    }
    return new Code(
        parts.get(0),
        parts.get(1).isEmpty() ? null : parts.get(1),
        parts.get(2),
        constant(Code.Coverage.values(), parts.get(3), "/codes"));
  }

  /** As precise as it is written. */
  static @Nullable ImpreciseDate date(String text) {
    return switch (text.length()) {
      case 0 -> null;
      case 4 -> new ImpreciseDate(text, Precision.YEAR);
      case 7 -> new ImpreciseDate(text, Precision.MONTH);
      default -> new ImpreciseDate(text, Precision.DAY);
    };
  }

  private static <E extends Enum<E>> E constant(E[] values, String text, String pointer) {
    for (E value : values) {
      if (value.name().equals(text.toUpperCase(Locale.ROOT))) {
        return value;
      }
    }
    throw Problem.unprocessable("bad-measure", "The measure cannot be registered like this.")
        .at(pointer, "does not know " + text);
  }
}
