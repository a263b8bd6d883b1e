package org.ecosec.trade.observation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One line of a file, its cells found by header name and read with a refusal for each fault. */
record Row(long line, Map<String, Integer> columns, List<String> cells) {

  private static final Pattern NUMBER =
      Pattern.compile("-?\\d{1,20}(\\.\\d{1,25})?([eE][+-]?\\d{1,2})?");

  // The few names that formats and profiles read are asked for again in every row.
  private static final Map<String, String> READ_NAMES = new ConcurrentHashMap<>();

  /** Refuses a line with another number of fields than the header: its cells cannot be trusted. */
  void checkWidth(int headerFields) throws RejectedRow {
    if (cells.size() != headerFields) {
      throw new RejectedRow(
          "row",
          "WRONG_FIELD_COUNT",
          "The line has " + cells.size() + " fields, the header " + headerFields + ".",
          null);
    }
  }

  /** Header names compare without case, blanks and punctuation: {@code Netweight (kg)} is one. */
  static String normalised(String header) {
    return header.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9$]", "");
  }

  /** The cell without surrounding blanks; empty if the file has no such column or no text there. */
  String text(String column) {
    var index = index(column);
    return index == null || index >= cells.size() ? "" : cells.get(index).strip();
  }

  boolean has(String column) {
    return index(column) != null;
  }

  private @Nullable Integer index(String column) {
    return columns.get(READ_NAMES.computeIfAbsent(column, Row::normalised));
  }

  /** The first of several columns that has a text. */
  String firstText(List<String> names) {
    return names.stream().map(this::text).filter(text -> !text.isEmpty()).findFirst().orElse("");
  }

  /** A number that is there and not negative. */
  BigDecimal value(String column) throws RejectedRow {
    var number = number(column);
    if (number == null) {
      throw new RejectedRow(
          column, "MISSING_VALUE", "The value is missing; 0 is written as 0.", null);
    }
    if (number.signum() < 0) {
      throw new RejectedRow(
          column, "NEGATIVE_VALUE", "A trade value is not negative.", text(column));
    }
    return number;
  }

  /** A weight or quantity; 0 stands for missing in trade statistics and becomes null. */
  @Nullable BigDecimal quantity(String column) throws RejectedRow {
    var number = number(column);
    return number == null || number.signum() <= 0 ? null : number;
  }

  private @Nullable BigDecimal number(String column) throws RejectedRow {
    var text = text(column);
    if (text.isEmpty()) {
      return null;
    }
    if (!NUMBER.matcher(text).matches()) {
      throw new RejectedRow(column, "BAD_NUMBER", "Not a number with a decimal point.", text);
    }
    return new BigDecimal(text);
  }
}
