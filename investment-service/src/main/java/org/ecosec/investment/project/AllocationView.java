package org.ecosec.investment.project;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.ecosec.investment.pledge.FinancierScope;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/**
 * The part of a project that counts toward a pledge, from a value date on; confirmed if either side
 * has said so.
 */
public record AllocationView(
    String id,
    String projectId,
    String pledgeId,
    BigDecimal share,
    FinancierScope financierScope,
    LocalDate valueDate,
    String source,
    HandlingLevel handling,
    boolean confirmed,
    @Nullable LocalDate pledgingSideOn,
    @Nullable String pledgingSideSource,
    @Nullable LocalDate hostingSideOn,
    @Nullable String hostingSideSource,
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
        allocation.pledgingSideOn != null || allocation.hostingSideOn != null,
        allocation.pledgingSideOn,
        allocation.pledgingSideSource,
        allocation.hostingSideOn,
        allocation.hostingSideSource,
        allocation.fromRevision());
  }
}
