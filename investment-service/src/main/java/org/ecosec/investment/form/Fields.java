package org.ecosec.investment.form;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/** Checks the fields of one body and refuses it once, with a pointer to every wrong field. */
public final class Fields {

  private static final String SLUG = "^[a-z0-9][a-z0-9-]{0,99}$";
  private static final String ECONOMY = "^[A-Z][A-Z0-9]{2}$";

  private static final int MOST_DIGITS = 24;

  private final Problem problem;

  public Fields(String slug, String detail) {
    this.problem = Problem.unprocessable(slug, detail);
  }

  /** The body of a request; none at all is refused. */
  public static <T> T body(@Nullable T body) {
    if (body == null) {
      throw Problem.badRequest(
          "body-missing", "Send the JSON body that the API description shows.");
    }
    return body;
  }

  /** The id in a body may be left out or be that of the path. */
  public static void sameId(String path, @Nullable String body) {
    new Fields("id-differs", "The id of a resource never changes.")
        .check("/id", body == null || body.equals(path), "differs from the path")
        .refuse();
  }

  public Fields need(String pointer, @Nullable Object value) {
    return check(pointer, value != null, "is missing");
  }

  public Fields check(String pointer, boolean right, String message) {
    if (!right) {
      problem.at(pointer, message);
    }
    return this;
  }

  /** A text that must be there, of bounded length, that PostgreSQL can keep. */
  public Fields text(String pointer, @Nullable String value, int longest) {
    need(pointer, value);
    check(pointer, value == null || !value.isBlank(), "is empty");
    return optionalText(pointer, value, longest);
  }

  public Fields optionalText(String pointer, @Nullable String value, int longest) {
    if (value != null) {
      check(pointer, value.length() <= longest, "is longer than " + longest + " characters");
      check(pointer, value.codePoints().noneMatch(Fields::unstorable), "holds a control character");
    }
    return this;
  }

  public Fields texts(String pointer, List<String> values, int longest) {
    for (int i = 0; i < values.size(); i++) {
      text(pointer + "/" + i, values.get(i), longest);
    }
    return check(pointer, values.size() <= 100, "has more than 100 entries");
  }

  public Fields slug(String pointer, @Nullable String value) {
    return check(
        pointer,
        value != null && value.matches(SLUG),
        "is not a slug: lower-case letters, digits and hyphens, at most 100");
  }

  public Fields slugs(String pointer, List<String> values) {
    for (int i = 0; i < values.size(); i++) {
      slug(pointer + "/" + i, values.get(i));
    }
    return check(pointer, values.size() <= 100, "has more than 100 entries");
  }

  public Fields economy(String pointer, @Nullable String alpha3) {
    return check(
        pointer, alpha3 == null || alpha3.matches(ECONOMY), "is not an ISO 3166-1 alpha-3 code");
  }

  /** A day within two centuries of ours: anything else is a slip of the pen. */
  public Fields day(String pointer, @Nullable LocalDate day) {
    return check(pointer, day == null || isPlausible(day), "is not between 1900 and 2200");
  }

  public static boolean isPlausible(LocalDate day) {
    return day.getYear() >= 1900 && day.getYear() < 2200;
  }

  /** A number of bounded size; its exponent is looked at, never expanded. */
  public Fields number(String pointer, @Nullable BigDecimal value, int decimals) {
    if (value == null) {
      return this;
    }
    var plain = value.stripTrailingZeros();
    long wholeDigits = (long) plain.precision() - plain.scale();
    return check(pointer, wholeDigits <= MOST_DIGITS, "is too large")
        .check(pointer, plain.scale() <= decimals, "has more than " + decimals + " decimals");
  }

  /** Throws if anything was wrong. */
  public void refuse() {
    if (!problem.errors().isEmpty()) {
      throw problem;
    }
  }

  private static boolean unstorable(int character) {
    boolean loneSurrogate = character >= Character.MIN_SURROGATE && character <= 0xDFFF;
    boolean lineEnd = character == '\n' || character == '\r' || character == '\t';
    return loneSurrogate || (Character.isISOControl(character) && !lineEnd);
  }
}
