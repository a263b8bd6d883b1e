package org.ecosec.alerts.signal;

import com.fasterxml.jackson.annotation.JsonAlias;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/** What is read of {@code investment.initiatives.v1}: what was agreed, by whom and by when. */
record InitiativeNews(
    @JsonAlias("id") String initiativeId,
    String title,
    @Nullable String status,
    @JsonAlias("leadMinistry") @Nullable String owner,
    @JsonAlias({"deadline", "nextStepDueOn"}) @Nullable LocalDate dueOn,
    HandlingLevel handling,
    long revision,
    boolean backfill)
    implements StateNews {

  private static final Set<String> DONE = Set.of("DONE", "COMPLETED", "CLOSED", "DELIVERED", "MET");
  private static final double YEAR = 365;

  InitiativeNews {
    Required.of("initiativeId", initiativeId);
    Required.of("title", title);
    Required.of("handling", handling);
  }

  @Override
  public Signal signal(News news, LocalDate today) {
    var overdue = Days.since(dueOn, today);
    return new Signal(
        SignalKind.INITIATIVE,
        Subject.ofThing(initiativeId),
        Facts.of(SignalKind.INITIATIVE)
            .text("initiativeId", initiativeId)
            .text("title", title)
            .text("status", status)
            .text("owner", owner)
            .text("dueOn", Days.text(dueOn))
            .count("daysToDue", Days.until(dueOn, today))
            .count("daysOverdue", overdue)
            .flag("done", status != null && DONE.contains(status))
            .build(),
        new Figures().with("status", status).with("dueOn", Days.text(dueOn)).all(),
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
        news.origin(revision, "/investment/v1/initiatives/" + initiativeId));
  }
}
