package org.ecosec.investment.pledge;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** A published wording of a pledge. */
public record StatementView(
    String id,
    String text,
    String publisher,
    @Nullable LocalDate publishedOn,
    @Nullable String amountAsQuoted,
    @Nullable String note,
    @Nullable BigDecimal quotedAmount,
    @Nullable String quotedCurrency,
    long revision) {

  static StatementView of(PledgeStatement entity) {
    var said = entity.statement;
    return new StatementView(
        entity.id(),
        said.text(),
        said.publisher(),
        said.publishedOn(),
        said.amountAsQuoted(),
        said.note(),
        said.quotedAmount(),
        said.quotedCurrency(),
        entity.fromRevision());
  }
}
