package org.ecosec.investment.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.ecosec.investment.form.Fields;
import org.ecosec.investment.pledge.FinancierScope;
import org.jspecify.annotations.Nullable;

/**
 * Which part of a project counts toward a pledge: the share (0 to 1), whose money it is, and the
 * first value date that counts (the pledge's own if absent).
 */
public record AllocationTerms(
    @Nullable String id,
    String projectId,
    String pledgeId,
    @Schema(examples = "0.6") BigDecimal share,
    FinancierScope financierScope,
    @Nullable LocalDate valueDate,
    String source) {

  public AllocationTerms {
    var wrong = new Fields("bad-allocation", "The allocation is not complete; see errors.");
    wrong
        .slug("/projectId", projectId)
        .slug("/pledgeId", pledgeId)
        .need("/share", share)
        .number("/share", share, 9)
        .day("/valueDate", valueDate)
        .need("/financierScope", financierScope)
        .text("/source", source, 1_000);
    if (id != null) {
      wrong.slug("/id", id);
    }
    wrong.refuse();
    wrong
        .check(
            "/share",
            share.signum() > 0 && share.compareTo(BigDecimal.ONE) <= 0,
            "is not above 0 and at most 1")
        .refuse();
  }
}
