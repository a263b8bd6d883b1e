package org.ecosec.trade.observation;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One line of a file, its cells found by header name and read with a refusal for each fault. */
record Row(long line, Header header, List<String> cells) {

  private static final int PLAIN_DIGITS = 18;
  private static final Pattern NUMBER =
      Pattern.compile("-?\\d{1,20}(\\.\\d{1,25})?([eE][+-]?\\d{1,2})?");

  /** Refuses a line with another number of fields than the header: its cells cannot be trusted. */
  void checkWidth() throws RejectedRow {
    if (cells.size() != header.fields()) {
      throw new RejectedRow(
          "row",
          "WRONG_FIELD_COUNT",
          "The line has " + cells.size() + " fields, the header " + header.fields() + ".",
          null);
    }
  }

  /** Header names compare without case, blanks and punctuation: {@code Netweight (kg)} is one. */
  static String normalised(String header) {
    return header.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}$]", "");
  }

  /** The cell without surrounding blanks; empty if the file has no such column or no text there. */
  String text(String column) {
    int index = header.index(column);
    return index < 0 || index >= cells.size() ? "" : cells.get(index).strip();
  }

  boolean has(String column) {
    return header.index(column) >= 0;
  }

  /** The first of several columns that has a text. */
  String firstText(List<String> names) {
    for (int i = 0; i < names.size(); i++) {
      var text = text(names.get(i));
      if (!text.isEmpty()) {
        return text;
      }
    }
    return "";
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
    if (number != null && number.signum() < 0) {
      throw new RejectedRow(
          column, "NEGATIVE_QUANTITY", "A quantity is not negative.", text(column));
    }
    return number == null || number.signum() == 0 ? null : number;
  }

  private @Nullable BigDecimal number(String column) throws RejectedRow {
    var text = text(column);
    if (text.isEmpty()) {
      return null;
    }
    if (isPlain(text)) {
      return BigDecimal.valueOf(Long.parseLong(text));
    }
    if (!NUMBER.matcher(text).matches()) {
      throw new RejectedRow(column, "BAD_NUMBER", "Not a number with a decimal point.", text);
    }
    return new BigDecimal(text);
  }

  // Nearly all are whole numbers, which need no pattern.
  private static boolean isPlain(String text) {
    if (text.length() > PLAIN_DIGITS) {
      return false;
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < '0' || text.charAt(i) > '9') {
        return false;
      }
    }
    return true;
  }
}
