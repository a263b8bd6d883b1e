package org.ecosec.investment.initiative;

import java.time.LocalDate;
import java.util.List;
import org.ecosec.investment.form.Fields;
import org.ecosec.investment.form.Lists;
import org.ecosec.investment.pledge.Statement;
import org.ecosec.platform.security.HandlingLevel;
import org.jspecify.annotations.Nullable;

/**
 * A dialogue, working group or declared initiative: who owns it, what comes next, by when, and the
 * evidence. {@code itemCount} is how many initiatives a source counts without naming them.
 */
public record InitiativeTerms(
    @Nullable String id,
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
    @Nullable String notes) {

  public InitiativeTerms {
    statements = Lists.copy(statements);
    var wrong =
        new Fields(
            "bad-initiative", "The initiative is not complete or not consistent; see errors.");
    wrong
        .text("/title", title, 300)
        .need("/status", status)
        .check("/itemCount", itemCount == null || itemCount > 0, "is not above zero")
        .optionalText("/owner", owner, 300)
        .optionalText("/nextStep", nextStep, 1_000)
        .day("/deadline", deadline)
        .optionalText("/evidence", evidence, 2_000)
        .need("/handling", handling)
        .optionalText("/notes", notes, 10_000);
    if (id != null) {
      wrong.slug("/id", id);
    }
    if (sector != null) {
      wrong.slug("/sector", sector);
    }
    Statement.check(wrong, statements);
    wrong.refuse();
    wrong
        .check(
            "/deadline",
            (deadline != null) == (status == InitiativeStatus.SCHEDULED)
                || status == InitiativeStatus.DELIVERED,
            "goes with the status SCHEDULED, and only with it")
        .check(
            "/itemCount",
            (itemCount != null) || status != InitiativeStatus.NOT_ITEMISED,
            "says how many items the source counts")
        .check(
            "/evidence",
            evidence != null || status != InitiativeStatus.DELIVERED,
            "is needed to call it delivered")
        .refuse();
  }
}
