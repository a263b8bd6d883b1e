package org.ecosec.trade.sdmx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.ecosec.platform.problem.Problem;
import org.ecosec.trade.sdmx.Component.Dimension;

/** One key of a query: a code for each dimension, blank where any will do. */
record SeriesKey(List<String> codes) {

  private static final int MAX_KEYS = 200;
  private static final Pattern CODE = Pattern.compile("[A-Za-z0-9_@$-]{0,100}");

  SeriesKey {
    codes = List.copyOf(codes);
  }

  /** Keys separated by commas, such as {@code A.JPN.*.IMPORT,A.IND}; what is left out is any. */
  static List<SeriesKey> parse(String text) {
    var keys = text.split(",", -1);
    if (keys.length > MAX_KEYS) {
      throw bad("Send at most " + MAX_KEYS + " keys at a time.");
    }
    return Arrays.stream(keys).map(SeriesKey::one).toList();
  }

  /** The condition that any of the keys holds; true if one leaves everything open. */
  static Sql condition(List<SeriesKey> keys) {
    return Sql.joined("or", keys.stream().map(SeriesKey::condition).toList());
  }

  boolean fixes(Dimension dimension) {
    return dimension.position() < codes.size() && !codes.get(dimension.position()).isEmpty();
  }

  /** The same key with any code for one dimension. */
  SeriesKey without(Dimension dimension) {
    var open = new ArrayList<>(codes);
    if (fixes(dimension)) {
      open.set(dimension.position(), "");
    }
    return new SeriesKey(open);
  }

  private Sql condition() {
    var parts = new ArrayList<Sql>();
    parts.add(Sql.of("true"));
    for (int i = 0; i < codes.size(); i++) {
      if (!codes.get(i).isEmpty()) {
        parts.add(Sql.of(Dimension.at(i).column() + " = ?", codes.get(i)));
      }
    }
    return Sql.joined("and", parts);
  }

  private static SeriesKey one(String text) {
    if (text.equals("*") || text.equals("all") || text.isEmpty()) {
      return new SeriesKey(List.of());
    }
    var codes = Arrays.stream(text.split("\\.", -1)).map(code -> code.replace("*", "")).toList();
    if (codes.size() > Dimension.KEY_LENGTH) {
      throw bad(
          "A key has at most " + Dimension.KEY_LENGTH + " codes; time goes in c[TIME_PERIOD].");
    }
    if (!codes.stream().allMatch(code -> CODE.matcher(code).matches())) {
      throw bad("A key has codes separated by dots, * for any, commas between keys.");
    }
    return new SeriesKey(codes);
  }

  private static Problem bad(String detail) {
    return Problem.badRequest("bad-key", detail).at("path:key", "is not a series key");
  }
}
