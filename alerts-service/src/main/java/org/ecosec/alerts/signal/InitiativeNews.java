package org.ecosec.alerts.signal;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** What is read of {@code investment.initiatives.v1}: what was agreed, by whom and by when. */
record InitiativeNews(
    String initiativeId,
    String title,
    @Nullable String status,
    @Nullable String owner,
    @Nullable String nextStep,
    @Nullable LocalDate deadline,
    List<String> economies,
    HandlingLevel handling,
    long revision,
    boolean backfill)
    implements StateNews {

  private static final String DONE = "DELIVERED";
  private static final double YEAR = 365;

  InitiativeNews {
    Required.of("initiativeId", initiativeId);
    Required.of("title", title);
    Required.of("handling", handling);
    economies = economies == null ? List.of() : List.copyOf(economies);
  }

  @Override
  public Signal signal(News news, LocalDate today) {
    var overdue = Days.since(deadline, today);
    return new Signal(
        SignalKind.INITIATIVE,
        Subject.ofThing(initiativeId),
        Facts.of(SignalKind.INITIATIVE)
            .text("initiativeId", initiativeId)
            .text("title", title)
            .text("status", status)
            .text("owner", owner)
            .text("dueOn", Days.text(deadline))
            .text("nextStep", nextStep)
            .count("daysToDue", Days.until(deadline, today))
            .count("daysOverdue", overdue)
            .flag("done", DONE.equals(status))
            .build(),
        new Figures().with("status", status).with("dueOn", Days.text(deadline)).all(),
        Novelty.withoutPeriods(backfill),
        List.of(),
        List.of(),
        null,
        false,
        new Weight(
            null,
            overdue == null ? null : Double.valueOf(overdue / YEAR),
            0.5,
            1,
            overdue == null ? null : BigDecimal.valueOf(overdue)),
        handling,
        Economies.named(economies),
        news.origin(revision, "/investment/v1/initiatives/" + initiativeId));
  }
}
