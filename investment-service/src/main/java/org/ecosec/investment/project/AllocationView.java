package org.ecosec.investment.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.ecosec.investment.pledge.FinancierScope;
import org.ecosec.platform.security.HandlingLevel;

/** The part of a project that counts toward a pledge, from a value date on. */
public record AllocationView(
    String id,
    String projectId,
    String pledgeId,
    BigDecimal share,
    FinancierScope financierScope,
    LocalDate valueDate,
    String source,
    HandlingLevel handling,
    long revision) {

  static AllocationView of(Allocation allocation) {
    return new AllocationView(
        allocation.id(),
        allocation.projectId,
        allocation.pledgeId,
        allocation.share,
        allocation.financierScope,
        allocation.valueDate,
        allocation.source,
        allocation.handling,
        allocation.fromRevision());
  }
}
