package org.ecosec.investment.pledge;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import java.time.LocalDate;
import java.util.List;
import org.ecosec.investment.form.Fields;
import org.jspecify.annotations.Nullable;

/** One published wording of a fact, with its publisher and the amount as it was quoted there. */
@Embeddable
public record Statement(
    @Column(name = "text") String text,
    @Column(name = "publisher") String publisher,
    @Column(name = "published_on") @Nullable LocalDate publishedOn,
    @Column(name = "amount_as_quoted") @Nullable String amountAsQuoted,
    @Column(name = "note") @Nullable String note) {

  public void check(Fields wrong, String pointer) {
    wrong
        .text(pointer + "/text", text, 4_000)
        .text(pointer + "/publisher", publisher, 500)
        .optionalText(pointer + "/amountAsQuoted", amountAsQuoted, 200)
        .day(pointer + "/publishedOn", publishedOn)
        .optionalText(pointer + "/note", note, 4_000);
  }

  public static void check(Fields wrong, List<Statement> statements) {
    for (int i = 0; i < statements.size(); i++) {
      statements.get(i).check(wrong, "/statements/" + i);
    }
    wrong.check("/statements", statements.size() <= 100, "has more than 100 entries");
  }
}
