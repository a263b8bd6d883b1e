package org.ecosec.trade.observation;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.ecosec.platform.problem.Problem;

/** The columns of a file by normalised name, and those that its format does not read. */
final class Header {

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final int SHOWN = 60;
  private static final int MOST_SHOWN = 100;
  private static final int ABSENT = -1;

  private final Map<String, Integer> columns;
  private final List<String> unknown;
  private final int fields;

  // The few names that a format reads are asked for again in every row.
  private final Map<String, Integer> indexes = new HashMap<>();

  private Header(Map<String, Integer> columns, List<String> unknown, int fields) {
    this.columns = columns;
    this.unknown = unknown;
    this.fields = fields;
  }

  static Header of(CsvRecord first, RowFormat format) {
    var columns = new HashMap<String, Integer>();
    var unknown = new ArrayList<String>();
    var known = format.knownColumns().stream().map(Row::normalised).collect(Collectors.toSet());
    for (int i = 0; i < first.getFieldCount(); i++) {
      var name = first.getField(i).replace(BYTE_ORDER_MARK, "").strip();
      var read = name(name, known);
      if (known.contains(read)) {
        columns.putIfAbsent(read, i);
      } else if (!name.isEmpty() && unknown.size() < MOST_SHOWN) {
        unknown.add(shortened(name));
      }
    }
    refuseMissing(format, columns, unknown);
    return new Header(columns, unknown, first.getFieldCount());
  }

  List<String> unknown() {
    return List.copyOf(unknown);
  }

  int fields() {
    return fields;
  }

  /** Where a column is in the file, below 0 if it is not. */
  int index(String column) {
    var index = indexes.get(column);
    if (index == null) {
      index = columns.getOrDefault(Row.normalised(column), ABSENT);
      indexes.put(column, index);
    }
    return index;
  }

  /** Whether the file has one of the columns. */
  boolean hasAny(List<String> names) {
    return names.stream().anyMatch(name -> index(name) >= 0);
  }

  // SDMX writes an id with its title, as in "REPORTER: Reporting economy", where labels are asked
  // for.
  private static String name(String header, Set<String> known) {
    var whole = Row.normalised(header);
    int colon = header.indexOf(':');
    return known.contains(whole) || colon < 0 ? whole : Row.normalised(header.substring(0, colon));
  }

  private static void refuseMissing(
      RowFormat format, Map<String, Integer> columns, List<String> unknown) {
    var missing =
        format.requiredColumns().stream()
            .filter(
                names ->
                    names.stream().noneMatch(name -> columns.containsKey(Row.normalised(name))))
            .toList();
    if (!missing.isEmpty()) {
      var problem =
          Problem.unprocessable(
              "wrong-header",
              "The first line must name the columns. Not recognised were: "
                  + unknown.stream().limit(10).collect(Collectors.joining(", ")));
      missing.forEach(
          names -> problem.at("header", "needs a column named " + String.join(" or ", names)));
      throw problem;
    }
  }

  private static String shortened(String name) {
    var printable = name.replaceAll("\\p{Cntrl}", "?");
    return printable.length() <= SHOWN ? printable : printable.substring(0, SHOWN) + "…";
  }
}
