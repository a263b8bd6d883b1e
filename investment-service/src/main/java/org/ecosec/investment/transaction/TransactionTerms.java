package org.ecosec.investment.transaction;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.investment.form.Fields;
import org.ecosec.investment.pledge.FinancierScope;
import org.ecosec.investment.rate.Money;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/**
 * Money that moved or was promised for a project, on a value date, by a kind of financier. Where
 * two publishers report one event, both carry its {@code eventKey}, or the second names the first
 * in {@code sameAs}: it counts once. {@code commitmentId} is the commitment that is drawn or
 * lowered.
 */
public record TransactionTerms(
    @Nullable String id,
    String projectId,
    TransactionType type,
    @Schema(examples = "120000000000") BigDecimal amount,
    @Schema(examples = "JPY") String currency,
    LocalDate valueDate,
    @Nullable String financier,
    FinancierScope financierScope,
    @Schema(examples = "jica-loan-0042") @Nullable String eventKey,
    @Nullable String sameAs,
    @Nullable String commitmentId,
    String source,
    HandlingLevel handling,
    @Nullable String notes) {

  public TransactionTerms {
    handling = handling == null ? HandlingLevel.PUBLIC : handling;
    var wrong = new Fields("bad-transaction", "The transaction is not complete; see errors.");
    wrong
        .slug("/projectId", projectId)
        .need("/type", type)
        .need("/valueDate", valueDate)
        .day("/valueDate", valueDate)
        .optionalText("/financier", financier, 200)
        .need("/financierScope", financierScope)
        .optionalText("/eventKey", eventKey, 300)
        .check("/eventKey", eventKey == null || !eventKey.isBlank(), "is empty")
        .text("/source", source, 1_000)
        .optionalText("/notes", notes, 10_000);
    if (id != null) {
      wrong.slug("/id", id);
    }
    if (sameAs != null) {
      wrong
          .slug("/sameAs", sameAs)
          .check("/sameAs", !sameAs.equals(id), "is the entry itself")
          .check("/eventKey", eventKey == null, "is given beside sameAs: give one of them");
    }
    if (commitmentId != null) {
      wrong
          .slug("/commitmentId", commitmentId)
          .check("/commitmentId", !commitmentId.equals(id), "is the entry itself");
    }
    wrong.refuse();
    amount = new Money(amount, currency).amount();
    wrong
        .check("/amount", amount.signum() != 0, "is zero")
        .check(
            "/amount",
            amount.signum() > 0 || type == TransactionType.COMMITMENT,
            "is negative: only a commitment can be lowered; reverse anything else")
        .refuse();
  }
}
