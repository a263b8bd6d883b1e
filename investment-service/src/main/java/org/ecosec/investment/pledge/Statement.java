package org.ecosec.investment.pledge;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.ecosec.investment.form.Fields;
import org.ecosec.investment.rate.Money;
import org.jspecify.annotations.Nullable;

/**
 * One published wording of a fact, with its publisher and the amount as it was quoted there: in
 * words, and, where it stands for the whole amount, as a figure.
 */
@Embeddable
public record Statement(
    @Column(name = "text") String text,
    @Column(name = "publisher") String publisher,
    @Column(name = "published_on") @Nullable LocalDate publishedOn,
    @Column(name = "amount_as_quoted") @Nullable String amountAsQuoted,
    @Column(name = "note") @Nullable String note,
    @Column(name = "quoted_amount") @Nullable BigDecimal quotedAmount,
    @Column(name = "quoted_currency") @Nullable String quotedCurrency) {

  public void check(Fields wrong, String pointer) {
    wrong
        .text(pointer + "/text", text, 4_000)
        .text(pointer + "/publisher", publisher, 500)
        .optionalText(pointer + "/amountAsQuoted", amountAsQuoted, 200)
        .day(pointer + "/publishedOn", publishedOn)
        .optionalText(pointer + "/note", note, 4_000)
        .number(pointer + "/quotedAmount", quotedAmount, 4)
        .check(
            pointer + "/quotedAmount",
            quotedAmount == null || quotedAmount.signum() > 0,
            "is not above zero")
        .check(
            pointer + "/quotedCurrency",
            (quotedAmount == null) == (quotedCurrency == null),
            "comes with quotedAmount and not without")
        .check(
            pointer + "/quotedCurrency",
            quotedCurrency == null || Money.isCurrency(quotedCurrency),
            "is not an ISO 4217 currency in use");
  }

  public static void check(Fields wrong, List<Statement> statements) {
    for (int i = 0; i < statements.size(); i++) {
      statements.get(i).check(wrong, "/statements/" + i);
    }
    wrong.check("/statements", statements.size() <= 100, "has more than 100 entries");
  }
}
