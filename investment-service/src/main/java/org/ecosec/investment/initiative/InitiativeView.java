package org.ecosec.investment.initiative;

import java.time.LocalDate;
import java.util.List;
import org.ecosec.investment.pledge.Statement;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** An initiative as it was known at a revision; what is not published is null. */
public record InitiativeView(
    String id,
    String title,
    @Nullable String sector,
    InitiativeStatus status,
    @Nullable Integer itemCount,
    @Nullable String owner,
    @Nullable String nextStep,
    @Nullable LocalDate deadline,
    @Nullable String evidence,
    List<Statement> statements,
    HandlingLevel handling,
    @Nullable String notes,
    long revision) {

  static InitiativeView of(Initiative initiative) {
    return new InitiativeView(
        initiative.id(),
        initiative.title,
        initiative.sector,
        initiative.status,
        initiative.itemCount,
        initiative.owner,
        initiative.nextStep,
        initiative.deadline,
        initiative.evidence,
        List.copyOf(initiative.statements),
        initiative.handling,
        initiative.notes,
        initiative.fromRevision());
  }
}
