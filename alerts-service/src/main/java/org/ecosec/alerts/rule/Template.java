package org.ecosec.alerts.rule;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.ecosec.alerts.signal.Amounts;
import org.ecosec.alerts.signal.FactType;
import org.ecosec.alerts.signal.Facts;
import org.ecosec.alerts.signal.SignalKind;
import org.ecosec.platform.problem.Problem;
import org.jspecify.annotations.Nullable;

/**
 * A text with facts in braces: {@code {hhiLower}} to three places, {@code {topShare|percent}} to
 * one, {@code {daysLate|count}} whole, {@code {totalUsd|words}} as an amount. An undefined fact
 * reads "unknown".
 */
public record Template(String text) {

  private static final Pattern FACT = Pattern.compile("\\{(\\w+)(?:\\|(\\w+))?}");

  /** Refuses a fact that the kind lacks, or a form that does not suit it. */
  public void check(SignalKind kind, String field) {
    var placeholders = FACT.matcher(text);
    while (placeholders.find()) {
      var type = kind.facts().get(placeholders.group(1));
      var form = placeholders.group(2);
      boolean fits =
          form == null
              || (form.equals("percent") && type == FactType.NUMBER)
              || (form.equals("count") && type == FactType.NUMBER)
              || (form.equals("words") && type == FactType.AMOUNT);
      if (type == null || !fits) {
        throw Problem.unprocessable(
                "bad-template", "A template may use the facts of its kind, as {name}.")
            .at("/" + field, placeholders.group() + " is not a fact of " + kind);
      }
    }
  }

  public String fill(Facts facts) {
    return FACT.matcher(text)
        .replaceAll(found -> Matcher.quoteReplacement(word(facts, found.group(1), found.group(2))));
  }

  private static String word(Facts facts, String name, @Nullable String form) {
    return switch (facts.values().get(name)) {
      case null -> "unknown";
      case Double number when "percent".equals(form) -> decimal(number * 100, 1) + " %";
      case Double number when "count".equals(form) -> decimal(number, 0);
      case Double number -> decimal(number, 3);
      case String amount when "words".equals(form) -> Amounts.words(new BigDecimal(amount));
      case Object other -> other.toString();
    };
  }

  private static String decimal(double number, int places) {
    return BigDecimal.valueOf(number).setScale(places, RoundingMode.HALF_UP).toPlainString();
  }
}
