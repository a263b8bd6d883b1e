package org.ecosec.trade.observation;

import de.siegmar.fastcsv.reader.CsvRecord;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.ecosec.platform.problem.Problem;

/** The columns of a file by normalised name, and those that its format does not read. */
record Header(Map<String, Integer> columns, List<String> unknown, int fields) {

  private static final String BYTE_ORDER_MARK = "\uFEFF";
  private static final int SHOWN = 60;

  static Header of(CsvRecord first, RowFormat format) {
    var columns = new HashMap<String, Integer>();
    var unknown = new ArrayList<String>();
    var known = format.knownColumns().stream().map(Row::normalised).collect(Collectors.toSet());
    for (int i = 0; i < first.getFieldCount(); i++) {
      var name = first.getField(i).replace(BYTE_ORDER_MARK, "").strip();
      if (known.contains(Row.normalised(name))) {
        columns.putIfAbsent(Row.normalised(name), i);
      } else if (!name.isEmpty()) {
        unknown.add(shortened(name));
      }
    }
    refuseMissing(format, columns, unknown);
    return new Header(columns, unknown, first.getFieldCount());
  }

  /** Whether the file has one of the columns. */
  boolean hasAny(List<String> names) {
    return names.stream().anyMatch(name -> columns.containsKey(Row.normalised(name)));
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
