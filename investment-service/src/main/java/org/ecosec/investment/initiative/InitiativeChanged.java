package org.ecosec.investment.initiative;

import java.time.LocalDate;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** The event {@code investment.initiatives.v1}. */
record InitiativeChanged(
    String initiativeId,
    String title,
    @Nullable String sector,
    InitiativeStatus status,
    @Nullable String owner,
    @Nullable String nextStep,
    @Nullable LocalDate deadline,
    HandlingLevel handling,
    long revision,
    boolean backfill) {

  static final String TOPIC = "investment.initiatives.v1";

  static InitiativeChanged of(InitiativeView view, boolean backfill) {
    return new InitiativeChanged(
        view.id(),
        view.title(),
        view.sector(),
        view.status(),
        view.owner(),
        view.nextStep(),
        view.deadline(),
        view.handling(),
        view.revision(),
        backfill);
  }
}
