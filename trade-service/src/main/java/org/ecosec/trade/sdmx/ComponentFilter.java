package org.ecosec.trade.sdmx;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.ecosec.platform.problem.Problem;
import org.ecosec.trade.sdmx.Component.Dimension;
import org.ecosec.trade.sdmx.Component.Measure;

/**
 * One {@code c[COMPONENT]=…} of a query: alternatives separated by commas, each of conditions that
 * all hold, joined by plus.
 */
record ComponentFilter(Component component, List<List<Test>> alternatives) {

  private static final int MAX_TESTS = 500;
  private static final Map<String, String> COMPARISONS =
      Map.of("eq", "=", "ne", "<>", "lt", "<", "le", "<=", "gt", ">", "ge", ">=");
  private static final List<String> TEXT_OPERATORS = List.of("co", "nc", "sw", "ew");

  /** An operator of SDMX REST and what is compared with. */
  record Test(String operator, String value) {}

  static ComponentFilter parse(String id, String text) {
    var component =
        Component.of(id)
            .orElseThrow(() -> bad(id, "The structure has no component " + id + ".", "is unknown"));
    int tests = 0;
    var alternatives = new ArrayList<List<Test>>();
    for (String alternative : text.split(",", -1)) {
      // A plus that nobody encoded has become a space by the time it is read here.
      var all = Arrays.stream(alternative.split("[+ ]", -1)).map(part -> test(id, part)).toList();
      alternatives.add(all);
      tests += all.size();
    }
    if (tests > MAX_TESTS) {
      throw bad(
          id, "Send at most " + MAX_TESTS + " values for a component.", "has too many values");
    }
    var filter = new ComponentFilter(component, alternatives);
    filter.condition();
    return filter;
  }

  Sql condition() {
    return Sql.joined(
        "or",
        alternatives.stream()
            .map(all -> Sql.joined("and", all.stream().map(this::condition).toList()))
            .toList());
  }

  private Sql condition(Test test) {
    if (component instanceof Measure) {
      var comparison = COMPARISONS.get(test.operator());
      if (comparison == null) {
        throw bad(component.name(), "A measure is compared with eq, ne, lt, le, gt or ge.", "");
      }
      return Sql.of(component.column() + " " + comparison + " ?", number(test.value()));
    }
    return component == Dimension.TIME_PERIOD ? time(test) : text(test);
  }

  // A month lies within its year: up to 2024 takes 2024-12 in, after 2024 does not.
  private Sql time(Test test) {
    var column = component.column();
    return switch (test.operator()) {
      case "le" -> Sql.of("left(" + column + ", length(?)) <= ?", test.value(), test.value());
      case "gt" -> Sql.of("left(" + column + ", length(?)) > ?", test.value(), test.value());
      default -> text(test);
    };
  }

  private Sql text(Test test) {
    var column = "(" + component.column() + ")";
    var value = test.value();
    return switch (test.operator()) {
      case "co" -> Sql.of("position(? in " + column + ") > 0", value);
      case "nc" -> Sql.of("position(? in " + column + ") = 0", value);
      case "sw" -> Sql.of("starts_with(" + column + ", ?)", value);
      case "ew" -> Sql.of("right(" + column + ", length(?)) = ?", value, value);
      default -> Sql.of(column + " " + COMPARISONS.get(test.operator()) + " ?", value);
    };
  }

  private static Test test(String id, String text) {
    int colon = text.indexOf(':');
    var operator = colon < 0 ? "eq" : text.substring(0, colon);
    var value = text.substring(colon + 1);
    if (!COMPARISONS.containsKey(operator) && !TEXT_OPERATORS.contains(operator)) {
      throw bad(id, "Operators are eq, ne, lt, le, gt, ge, co, nc, sw and ew.", "has another one");
    }
    if (value.isEmpty() || value.indexOf('\0') >= 0) {
      throw bad(id, "Give a value for " + id + ", or leave the filter out.", "is empty");
    }
    return new Test(operator, value);
  }

  private BigDecimal number(String value) {
    try {
      if (value.length() <= 40) {
        return new BigDecimal(value);
      }
    } catch (NumberFormatException wrong) {
      // Refused below, as a number of many digits is.
    }
    throw bad(component.name(), "A measure is compared with a number.", "is not a number");
  }

  private static Problem bad(String id, String detail, String message) {
    return Problem.badRequest("bad-component-filter", detail).at("query:c[" + id + "]", message);
  }
}
